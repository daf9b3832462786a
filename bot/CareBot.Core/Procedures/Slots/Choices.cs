using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds which of the offered values is meant: by its words, by its place, or within a sentence.</summary>
internal static partial class Choices
{
    public static SlotReading Read(SlotText text, SlotType.Choice type)
    {
        var words = type.Values
            .SelectMany(value => value.Italian.Concat(value.English).Select(word => (value.Name, Word: PlainWords.Of(word))))
            .Where(one => one.Word.Length > 0)
            .ToList();
        if ((words.Find(one => one.Word == text.Plain).Name ?? type.Values.FirstOrDefault(value => PlainWords.Of(value.Name) == text.Plain)?.Name) is { } exact)
        {
            return Filled(exact);
        }

        if (Placed().Match(text.Plain) is { Success: true } placed && PlaceIn(placed.Groups["place"].Value, type.Values.Count) is { } place)
        {
            return Filled(type.Values[place - 1].Name);
        }

        // Of "cambio taglia" and "taglia" the longer one is meant where both are said: what lies within it is taken with it.
        var left = $" {text.Plain} ";
        var found = new List<(int, Value)>();
        foreach (var (name, word) in words.OrderByDescending(one => one.Word.Length))
        {
            for (var at = left.IndexOf($" {word} ", StringComparison.Ordinal); at >= 0; at = left.IndexOf($" {word} ", StringComparison.Ordinal))
            {
                found.Add((at, new Value.Text(name)));
                left = string.Concat(left.AsSpan(0, at + 1), new string('_', word.Length), left.AsSpan(at + 1 + word.Length));
            }
        }

        return SlotText.OneOf(found, $"{text.Plain} ");
    }

    private static SlotReading.Filled Filled(string name) => new(new Value.Text(name));

    private static int? PlaceIn(string word, int count) =>
        word is "ultimo" or "ultima" or "last" ? count
        : word is "uno" or "una" or "one" ? 1
        : NumberWords.Place(word) is { } place && place >= 1 && place <= count ? place : null;

    [GeneratedRegex(
        @"^(?:direi |scelgo |prendo |i choose |i d say |go for |for )?(?:il |la |lo |l |the )?(?:numero |opzione |scelta |risposta |number |option |choice |answer |n )?(?<place>[\p{L}\d]+)(?: one| opzione| scelta| option| choice)?(?: grazie| thanks| please)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Placed();
}
