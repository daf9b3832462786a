using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary>The options <c>--from</c> and <c>--to</c> of a command that looks at what happened in between.</summary>
internal sealed record Period(Option<TypedTime?> From, Option<TypedTime?> To)
{
    public static Period Create(string from, string to) => new(DayOption.Create("--from", from), DayOption.Create("--to", to));

    /// <summary>The two as [begin, end); null is without end.</summary>
    /// <exception cref="WrongUsageException">The end is not after the beginning.</exception>
    public (DateTimeOffset? Begin, DateTimeOffset? End) Of(ParseResult parsed, TimeZoneInfo zone)
    {
        var begin = parsed.GetValue(From)?.Begin(zone);
        var end = parsed.GetValue(To)?.End(zone);
        return begin >= end ? throw new WrongUsageException("--from must lie before --to") : (begin, end);
    }
}
