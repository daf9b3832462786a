using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Widget;

/// <summary>Section <c>Chat</c>: the chat page of this service.</summary>
public sealed class ChatOptions
{
    /// <summary>
    /// The tokens that one network address may ask for in a minute. Behind a proxy all customers have the proxy's address
    /// unless <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> is set.
    /// </summary>
    [Range(1, 100_000)]
    public int TokensPerMinute { get; set; } = 60;
}

[OptionsValidator]
internal sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
