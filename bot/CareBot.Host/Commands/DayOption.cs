using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CareBot.Host.Commands;

/// <summary>Options that take a day of the company, or an instant.</summary>
internal static class DayOption
{
    /// <summary>The days on the command line are the company's days.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary><c>--from</c>: a day counts from its beginning.</summary>
    public static Option<DateTimeOffset?> From(string description) => Create("--from", description, day => day);

    /// <summary><c>--to</c>: a day counts to its end.</summary>
    public static Option<DateTimeOffset?> To(string description) => Create("--to", description, day => day.AddDays(1));

    private static Option<DateTimeOffset?> Create(string name, string description, Func<DateTime, DateTime> ofDay) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => Read(result, ofDay),
    };

    private static DateTimeOffset? Read(ArgumentResult result, Func<DateTime, DateTime> ofDay)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var local = ofDay(day.ToDateTime(TimeOnly.MinValue));
            return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        result.AddError($"\"{text}\" is neither a day such as 2026-11-24 nor an instant such as 2026-11-24T10:00:00Z.");
        return null;
    }
}
