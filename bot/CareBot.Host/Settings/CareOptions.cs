using System.ComponentModel.DataAnnotations;
using CareBot.Answers;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Settings;

/// <summary>Section <c>Care</c>: the rules of care that a company sets.</summary>
public sealed class CareOptions
{
    internal const string Section = "Care";

    /// <summary>The company as customers know it.</summary>
    [Required]
    [MaxLength(100)]
    public string Company { get; set; } = "Bottega Laguna";

    /// <summary>The company's IANA time zone: it says which day it is for the validity of articles.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Rome";

    /// <summary>The share of answers that may be wrong, from 0 to 1: the lower, the more often the bot asks back or brings in a person.</summary>
    [Range(0.0, 1.0)]
    public double WrongAnswersMax { get; set; } = 0.05;

    /// <summary>The questions in a row without an answer after which a person takes over.</summary>
    [Range(1, 10)]
    public int MissesMax { get; set; } = 3;

    /// <summary>The customer's silence after which a contact with the bot is over, in minutes.</summary>
    [Range(1, 24 * 60)]
    public int ContactIdleMinutes { get; set; } = 30;

    /// <summary>The wait for a person that is promised, in minutes.</summary>
    [Range(1, 24 * 60)]
    public int HandoffTargetMinutes { get; set; } = 5;

    /// <summary>The customer's wait for the answer of the agent who has them, after which any colleague may take them, in minutes.</summary>
    [Range(1, 24 * 60)]
    public int AgentSilenceMinutes { get; set; } = 15;

    /// <summary>The ids of the articles that most customers come for, with blanks between: their titles are the buttons under the
    /// first words. What is not in the library, or not for customers, is left out.</summary>
    [RegularExpression(@"\s*(?:[A-Za-z0-9._-]+\s*){0,6}", ErrorMessage = "{0} must be up to six ids of articles, with blanks between.")]
    public string Starters { get; set; } = "order-status delivery-costs return-how-to refund-times";

    /// <summary>The zone of <see cref="TimeZone"/>.</summary>
    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    internal CarePolicy Policy => new()
    {
        Company = Company,
        Answering = new AnswerPolicy { WrongAnswersMax = WrongAnswersMax },
        MissesMax = MissesMax,
        ContactIdle = TimeSpan.FromMinutes(ContactIdleMinutes),
        HandoffTarget = TimeSpan.FromMinutes(HandoffTargetMinutes),
        AgentSilenceMax = TimeSpan.FromMinutes(AgentSilenceMinutes),
        Zone = Zone,
    };

    /// <summary>The options for who is not the service and has no host to bind them.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    internal static CareOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<CareOptions>() ?? new();
        IValidateOptions<CareOptions>[] rules = [new CareOptionsValidator(), new TimeZoneIsKnown()];
        var failures = rules.Select(rule => rule.Validate(name: null, options)).SelectMany(result => result.Failures ?? []).ToList();
        return failures.Count == 0 ? options : throw new OptionsValidationException(Section, typeof(CareOptions), failures);
    }
}

[OptionsValidator]
internal sealed partial class CareOptionsValidator : IValidateOptions<CareOptions>;

/// <summary>Says what no attribute can: that the time zone is known to this machine.</summary>
internal sealed class TimeZoneIsKnown : IValidateOptions<CareOptions>
{
    public ValidateOptionsResult Validate(string? name, CareOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Care:TimeZone \"{options.TimeZone}\" is not an IANA time zone such as \"Europe/Rome\".");
}
