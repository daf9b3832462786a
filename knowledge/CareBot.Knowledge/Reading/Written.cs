using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CareBot.Knowledge.Reading;

/// <summary>The forms in which values are written in front matter.</summary>
internal static partial class Written
{
    /// <summary>The days, weeks, months or years of one period: far above a life's.</summary>
    private const int PeriodCountMax = 100_000;

    /// <summary>Whether YAML 1.2 reads a value as text, as an editor with the schema does too.</summary>
    public static bool IsText(Scalar scalar) => scalar.Style != ScalarStyle.Plain || !NotText().IsMatch(scalar.Value);

    public static bool IsId(string value) => Id().IsMatch(value);

    public static bool IsReviewPeriod(string value) => ReviewPeriod().IsMatch(value);

    /// <summary>The last day on which a review holds.</summary>
    /// <param name="reviewed">The day of the review.</param>
    /// <param name="period">As in <see cref="IsReviewPeriod"/>.</param>
    /// <returns>Null where that day lies beyond the calendar.</returns>
    public static DateOnly? ReviewEnd(DateOnly reviewed, string period)
    {
        var (daysEach, monthsEach) = period[^1] switch { 'd' => (1, 0), 'w' => (7, 0), 'm' => (0, 1), _ => (0, 12) };
        if (!int.TryParse(period[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > PeriodCountMax)
        {
            return null;
        }

        var end = reviewed.ToDateTime(TimeOnly.MinValue);
        return count * ((daysEach / 365.0) + (monthsEach / 12.0)) + end.Year >= DateOnly.MaxValue.Year
            ? null
            : DateOnly.FromDateTime(end.AddMonths(count * monthsEach).AddDays(count * daysEach));
    }

    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotText();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[1-9][0-9]*[dwmy]\z")]
    private static partial Regex ReviewPeriod();
}
