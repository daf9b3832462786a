using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Writes values as customers read them.</summary>
internal static partial class Shown
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How days and numbers are written in a language.</summary>
    public static CultureInfo In(Language language) => language == Language.Italian ? Italian : English;

    public static string Of(SlotType type, Value value, Language language) => (type, value) switch
    {
        (_, Value.Date date) => Day(date.Day, language),
        (SlotType.Money, Value.Number number) => Amount(number.Amount, language),
        (_, Value.Truth truth) => YesNo(truth.Is, language),
        (SlotType.Choice choice, Value.Text text) => choice.Values.FirstOrDefault(one => one.Name == text.Words)?.In(language) ?? text.Words,
        (SlotType.Iban, Value.Text text) => Fours().Replace(text.Words, "$0 "),
        (SlotType.Phone, Value.Text text) => Country().Replace(text.Words, "$0 "),
        (SlotType.TimeWindow, Value.Fields window) => Window(window, language),
        (SlotType.Address, Value.Fields address) => AddressLine(address),
        (SlotType.Photo or SlotType.AnyFile, Value.Sequence files) => string.Join(", ", files.Items.Select(file => file is Value.Fields fields ? fields["name"].ToString() : file.ToString())),
        _ => value.ToString(),
    };

    /// <summary>What can be chosen, as buttons say it; empty where people type.</summary>
    public static IReadOnlyList<string> Options(SlotType type, Language language) => type switch
    {
        SlotType.Choice choice => [.. choice.Values.Select(each => each.In(language))],
        SlotType.YesNo => [Button(YesNo(true, language)), Button(YesNo(false, language))],
        _ => [],
    };

    public static string YesNo(bool yes, Language language) => language == Language.Italian ? (yes ? "sì" : "no") : yes ? "yes" : "no";

    private static string Button(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    public static string Day(DateOnly day, Language language) =>
        day.ToString("dddd d MMMM yyyy", In(language));

    public static string Amount(decimal amount, Language language) => language == Language.Italian
        ? amount.ToString("N2", Italian) + " €"
        : (amount < 0 ? "-€" : "€") + Math.Abs(amount).ToString("N2", English);

    private static string Window(Value.Fields window, Language language)
    {
        var hours = language == Language.Italian
            ? $"dalle {Hour(window["from"])} alle {Hour(window["to"])}"
            : $"from {Hour(window["from"])} to {Hour(window["to"])}";
        return window["day"] is Value.Date date ? $"{Day(date.Day, language)}, {hours}" : hours;
    }

    /// <summary>"9:00", as people write it; midnight keeps its nought.</summary>
    private static string Hour(Value time) => time.ToString() is ['0', not '0', ..] early ? early[1..] : time.ToString();

    private static string AddressLine(Value.Fields address)
    {
        var province = address["province"].IsGiven ? $" ({address["province"]})" : "";
        return $"{address["street"]}, {address["postcode"]} {address["town"]}{province}";
    }

    [GeneratedRegex(@".{4}(?!$)")]
    private static partial Regex Fours();

    /// <summary>The country, and of mobiles the first three digits, on their own as Italians say them.</summary>
    [GeneratedRegex(@"^\+39|(?<=^\+39)3\d{2}")]
    private static partial Regex Country();
}
