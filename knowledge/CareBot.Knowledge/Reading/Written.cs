using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CareBot.Knowledge.Reading;

/// <summary>The forms in which values are written in front matter.</summary>
internal static partial class Written
{
    /// <summary>Whether YAML 1.2 reads a value as text, as an editor with the schema does too.</summary>
    public static bool IsText(Scalar scalar) => scalar.Style != ScalarStyle.Plain || !NotText().IsMatch(scalar.Value);

    public static bool IsId(string value) => Id().IsMatch(value);

    public static bool IsReviewPeriod(string value) => ReviewPeriod().IsMatch(value);

    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotText();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[1-9][0-9]*[dwmy]\z")]
    private static partial Regex ReviewPeriod();
}
