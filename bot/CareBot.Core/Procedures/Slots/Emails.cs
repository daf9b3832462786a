using System.Text.RegularExpressions;
using CareBot.Privacy;

namespace CareBot.Procedures.Slots;

/// <summary>Finds e-mail addresses. Whether anybody reads what is sent there only a code sent there can tell.</summary>
internal static partial class Emails
{
    public static SlotReading Read(SlotText text)
    {
        var written = Spoken().IsMatch(text.Typed) ? Dot().Replace(text.Typed, ".") : text.Typed;
        var usable = Letters.Email().Matches(written)
            .Select(match => (match.Index, Address: At().Replace(match.Value, "@").ToLowerInvariant()))
            .Where(one => Usable().IsMatch(one.Address))
            .Select(one => (one.Index, (Value)new Value.Text(one.Address)))
            .ToList();
        return usable.Count == 0 && Begun().IsMatch(written) ? new SlotReading.Invalid(SlotFault.EmailShape) : SlotText.OneOf(usable, written);
    }

    [GeneratedRegex(@"\s*(?:\(at\)|\[at\]|@|\schiocciola\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(@"\schiocciola\s|\(at\)|\[at\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\s(?:punto|dot)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dot();

    /// <summary>Mail servers refuse dots side by side and at the ends, and no domain ends in a figure or a single letter.</summary>
    [GeneratedRegex(@"^[^.@][^@]*(?<![.])@[^@]+\.\p{L}{2,}$(?<!\.\..*)", RegexOptions.CultureInvariant)]
    private static partial Regex Usable();

    /// <summary>Something on both sides of the sign, or its Italian name: "anna@gmail", "anna@".</summary>
    [GeneratedRegex(@"[\p{L}\d._-]\s?@|\schiocciola\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begun();
}
