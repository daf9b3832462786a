using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CareBot.Host.Commands;

/// <summary>Options that take a day of the company, or an instant.</summary>
internal static class DayOption
{
    public static Option<TypedTime?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = Read,
    };

    private static TypedTime? Read(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new TypedTime.Day(day);
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return new TypedTime.Instant(instant);
        }

        result.AddError($"\"{text}\" is neither a day such as 2026-11-24 nor an instant such as 2026-11-24T10:00:00Z.");
        return null;
    }
}

/// <summary>A time as it was typed. Which instants a day holds depends on the company's zone, which is a setting.</summary>
internal abstract record TypedTime
{
    private TypedTime()
    {
    }

    /// <summary>The instant from which it counts: a day counts from its beginning.</summary>
    public abstract DateTimeOffset Begin(TimeZoneInfo zone);

    /// <summary>The instant before which it counts: a day counts to its end.</summary>
    public abstract DateTimeOffset End(TimeZoneInfo zone);

    public sealed record Day(DateOnly Date) : TypedTime
    {
        public override DateTimeOffset Begin(TimeZoneInfo zone) => MidnightOf(Date, zone);

        public override DateTimeOffset End(TimeZoneInfo zone) => MidnightOf(Date.AddDays(1), zone);

        private static DateTimeOffset MidnightOf(DateOnly day, TimeZoneInfo zone)
        {
            var local = day.ToDateTime(TimeOnly.MinValue);
            return new(local, zone.GetUtcOffset(local));
        }
    }

    public sealed record Instant(DateTimeOffset At) : TypedTime
    {
        public override DateTimeOffset Begin(TimeZoneInfo zone) => At;

        public override DateTimeOffset End(TimeZoneInfo zone) => At;
    }
}
