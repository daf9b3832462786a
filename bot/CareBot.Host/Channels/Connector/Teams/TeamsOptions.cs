using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>Section <c>Teams</c>: agents who work from a channel of a team.</summary>
public sealed class TeamsOptions
{
    /// <summary>The channel in which cases are posted, such as <c>19:…@thread.tacv2</c>; empty means that agents work at the desk alone.</summary>
    public string AgentChannel { get; set; } = "";

    /// <summary>Where Teams takes what is posted there: that of the company's region.</summary>
    public string AgentServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>The language in which cases are posted: <c>it</c> or <c>en</c>.</summary>
    [AllowedValues("it", "en")]
    public string AgentLanguage { get; set; } = "it";
}

[OptionsValidator]
internal sealed partial class TeamsOptionsValidator : IValidateOptions<TeamsOptions>;
