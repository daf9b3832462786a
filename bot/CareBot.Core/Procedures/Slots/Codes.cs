using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds codes that look as an author says: in one piece anywhere, or in pieces where people typed blanks between.</summary>
internal static partial class Codes
{
    /// <summary>The pieces of a message that are looked at.</summary>
    private const int PiecesMax = 200;

    /// <summary>The pieces of a message that holds a code and nothing else.</summary>
    private const int PiecesOfBareMax = 20;

    /// <summary>The pieces of which a code consists at most, letters and digits apart: "BL2026-00123" has three.</summary>
    private const int PiecesOfOneMax = 8;

    private static readonly string[] Joins = ["", "-", "/", " ", "."];

    public static SlotReading Read(SlotText text, CodePattern pattern)
    {
        var pieces = Piece().Matches(text.Typed).Take(PiecesMax).ToList();
        var found = InOne(text.Typed, pieces, pattern);
        if (found.Count == 0)
        {
            found = InPieces(text.Typed, pieces, pattern);
        }

        return found.Count > 0 ? SlotText.OneOf(found, text.Typed)
            : !text.IsQuestion && Meant().IsMatch(text.Typed) && !Other().IsMatch(text.Typed) ? new SlotReading.Invalid(SlotFault.CodeShape)
            : SlotReading.Nowhere;
    }

    /// <summary>As typed, without a blank within.</summary>
    private static List<(int, Value)> InOne(string text, List<Match> pieces, CodePattern pattern)
    {
        var found = new List<(int, Value)>();
        for (var first = 0; first < pieces.Count; first++)
        {
            for (var last = Math.Min(first + PiecesOfOneMax, pieces.Count) - 1; last >= first; last--)
            {
                var (from, to) = (pieces[first].Index, pieces[last].Index + pieces[last].Length);
                if (!Glued().IsMatch(text[from..to]) || IsPartOfMore(text, from, to) || Day().IsMatch(text[from..to]))
                {
                    continue;
                }

                var typed = text[from..to];
                if (Spelling(typed, pieces[first..(last + 1)], pattern) is { } code)
                {
                    found.Add((from, new Value.Text(code)));
                    first = last;
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>
    /// With blanks within. "a 100" in a sentence is a price or a distance, "333 1234567" a telephone number: what does not begin with capitals
    /// of its own must be all there is.
    /// </summary>
    private static List<(int, Value)> InPieces(string text, List<Match> pieces, CodePattern pattern)
    {
        var found = new List<(int, Value)>();
        for (var first = 0; first < pieces.Count; first++)
        {
            for (var last = Math.Min(first + PiecesOfOneMax, pieces.Count) - 1; last > first; last--)
            {
                var own = pieces[first..(last + 1)];
                var isCapital = own[0].Index > 0 && own[0].Value.All(char.IsUpper);
                if ((isCapital || pieces.Count <= PiecesOfBareMax)
                    && own.Exists(piece => char.IsAsciiDigit(piece.Value[0]))
                    && !IsPartOfMore(text, own[0].Index, own[^1].Index + own[^1].Length)
                    && Spelling(null, own, pattern) is { } code
                    && (isCapital || IsAll(text, own)))
                {
                    found.Add((own[0].Index, new Value.Text(code)));
                    first = last;
                    break;
                }
            }
        }

        return found;
    }

    private static string? Spelling(string? typed, List<Match> pieces, CodePattern pattern) => Joins
        .Select(join => string.Join(join, pieces.Select(piece => piece.Value)))
        .Prepend(typed ?? "")
        .FirstOrDefault(spelled => spelled.Length > 0 && pattern.Matches(spelled))?.ToUpperInvariant();

    /// <summary>Whether more of the same hangs on it: a day, a longer code, an address of mail or web.</summary>
    private static bool IsPartOfMore(string text, int from, int to) =>
        (from > 0 && char.IsLetterOrDigit(text[from - 1])) || (to < text.Length && char.IsLetterOrDigit(text[to]))
        || Unit().IsMatch(text, to)
        || (from > 1 && text[from - 1] is '-' or '_' or '/' or '@' && char.IsLetterOrDigit(text[from - 2]))
        || (to < text.Length - 1 && text[to] is '-' or '_' or '/' && char.IsLetterOrDigit(text[to + 1]))
        || (to < text.Length - 1 && text[to] is '.' or ',' && char.IsDigit(text[to + 1]))
        || (to < text.Length && text[to] == '@');

    private static bool IsAll(string text, List<Match> own) => Around().Replace(
        $"{PlainWords.Of(text[..own[0].Index])} {PlainWords.Of(text[(own[^1].Index + own[^1].Length)..])}", "").Trim().Length == 0;

    [GeneratedRegex(@"^[\p{L}\p{N}_/.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"\p{L}+|\p{N}+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(
        @"\b(?:il|lo|la|l|mio|mia|ordine|numero|n|nr|e|codice|prodotto|seriale|matricola|di|serie|ecco|eccolo|grazie|per|favore|si|certo|order|number|no|my|the|is|it|s|code|product|serial|here|sure|yes|thanks|please|thank|you)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G ?(?:€|%|euro?\b|cent|km\b|chilometr|kg\b|giorn|or[ae]\b|minut|days?\b|hours?\b|miles?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}[/-]\d{2}[/-]\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>Letters and digits in one, or four digits and more.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?=[\p{L}\d_-]{0,40}\d)(?=[\p{L}\d_-]{0,40}\p{L})[\p{L}\d]{1,40}(?:[_-][\p{L}\d]{1,40}){0,8}|\d{4,})(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Meant();

    /// <summary>Days, hours, prices, mail: who writes these speaks of something else.</summary>
    [GeneratedRegex(@"\d\s?(?:€|euro|eur\b|%|giorn|or[ae]\b|minut|days?\b|hours?\b|am\b|pm\b|st\b|nd\b|rd\b|th\b)|€\s?\d|@|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
