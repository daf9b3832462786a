using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>: the Direct Line 3.0 server for web pages and apps.</summary>
public sealed class DirectLineOptions
{
    /// <summary>
    /// The secrets by which back ends get tokens; two, so that one can be replaced while the other works.
    /// With none, only the page's own chat gets tokens.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>How long a token lives, in seconds. Clients refresh every 900, so that less than 1000 always expires.</summary>
    [Range(1, 24 * 60 * 60)]
    public int TokenLifetimeSeconds { get; set; } = 1800;

    /// <summary>How long a stream's address may be used to open it, in seconds.</summary>
    [Range(1, 3600)]
    public int StreamUrlLifetimeSeconds { get; set; } = 60;

    /// <summary>How often an idle stream is sent an empty frame, in seconds: proxies cut silent connections.</summary>
    [Range(1, 300)]
    public int KeepAliveSeconds { get; set; } = 15;

    /// <summary>
    /// Origins such as <c>https://www.example.com</c> whose pages may call; a page of this service always may.
    /// A token can name its own list, which then holds instead of this one.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>The activities that a conversation may be posted within <see cref="PostWindowSeconds"/>.</summary>
    [Range(1, 100_000)]
    public int PostLimit { get; set; } = 60;

    /// <summary>The time that <see cref="PostLimit"/> counts over, in seconds.</summary>
    [Range(1, 3600)]
    public int PostWindowSeconds { get; set; } = 60;

    /// <summary>The largest activity taken, in bytes of its JSON.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>The largest upload taken, in bytes of its files together.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxUploadBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>What all files of customers may take together, in bytes: then none is taken until old ones have gone.</summary>
    [Range(1024d, 1e15)]
    public long MaxKeptUploadBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How long a file that a customer has sent is kept, in hours.</summary>
    [Range(1, 10 * 365 * 24)]
    public int UploadRetentionHours { get; set; } = 24;
}

[OptionsValidator]
internal sealed partial class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>;

/// <summary>Says what no attribute can: that secrets cannot be guessed and that origins are origins.</summary>
internal sealed class SecretsAndOriginsAreSound : IValidateOptions<DirectLineOptions>
{
    private const int SecretLengthMin = 16;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options) =>
        options.Secrets.Any(secret => secret.Length < SecretLengthMin)
            ? ValidateOptionsResult.Fail($"DirectLine:Secrets holds one of fewer than {SecretLengthMin} characters.")
            : options.TrustedOrigins.FirstOrDefault(origin => !Origins.IsOrigin(origin)) is { } odd
                ? ValidateOptionsResult.Fail($"DirectLine:TrustedOrigins \"{odd}\" is not an origin such as \"https://www.example.com\".")
                : ValidateOptionsResult.Success;
}
