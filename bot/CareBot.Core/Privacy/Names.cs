using System.Text;
using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Masks the names of people where the words around them announce one, and known first names with what follows them.</summary>
internal static partial class Names
{
    public static string Mask(string text)
    {
        text = MaskAfter(Introduced(), text, match => Length(match, mustShow: false));
        text = MaskAfter(Called(), text, match => Length(match, mustShow: true));
        text = MaskAfter(Greeted(), text, match => IsAddressed(match, text) ? Length(match, mustShow: true) : 0);
        text = MaskAfter(Signed(), text, match => WholeLength(match, mustShow: !Formal().IsMatch(match.Groups["cue"].Value)));
        text = MaskAfter(LastLine(), text, match => WholeLength(match, mustShow: true));
        return Capitals().Replace(text, MaskKnown);
    }

    /// <summary>Masks the beginning of the words behind each cue. Words that are no name may hold the next cue: "sono qui, sono Anna".</summary>
    private static string MaskAfter(Regex pattern, string text, Func<Match, int> length)
    {
        var masked = new StringBuilder(text.Length);
        var done = 0;
        for (var match = pattern.Match(text); match.Success;)
        {
            var start = match.Groups["words"].Index;
            var end = start + length(match);
            if (end > start)
            {
                masked.Append(text, done, start - done).Append(Placeholder.Name);
                done = end;
            }

            match = pattern.Match(text, end);
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static int Length(Match match, bool mustShow) => NameWords.Length(match.Groups["words"].Value, mustShow);

    /// <summary>Only if every word belongs to the name: "grazie, resto in attesa" is signed by nobody.</summary>
    private static int WholeLength(Match match, bool mustShow) =>
        Length(match, mustShow) is var length && length == match.Groups["words"].Length ? length : 0;

    /// <summary>"Ciao Giulia, …" is said to Giulia; in "Buongiorno Vorrei …" the sentence goes on.</summary>
    private static bool IsAddressed(Match match, string text)
    {
        var words = match.Groups["words"];
        var end = words.Index + Length(match, mustShow: true);
        return FirstNames.Contains(words.Value.Split(' ', '\t')[0]) || end == text.Length || text[end] is ',' or '!' or '.' or '\n' or '\r';
    }

    /// <summary>Capital words among which a known first name stands: it goes with those behind it, or with the one before ("Rossi Mario").</summary>
    private static string MaskKnown(Match match)
    {
        var words = match.Value.Split(' ');
        var known = Array.FindIndex(words, FirstNames.Contains);
        if (known < 0)
        {
            return match.Value;
        }

        var before = string.Join(' ', words[..known]);
        var rest = string.Join(' ', words[known..]);
        var length = NameWords.Length(rest, mustShow: true);
        var isLast = known == words.Length - 1 && known == 1 && !NameWords.IsStop(words[0]);
        return isLast ? Placeholder.Name : $"{before}{(known > 0 ? " " : "")}{Placeholder.Name}{rest[length..]}";
    }

    private const string Words = @"(?<words>\p{L}[\p{L}'’-]*(?:[ \t\u00A0]{1,3}\p{L}[\p{L}'’-]*){0,3})(?!\])";

    private const string WordStarts = @"(?<![\[\p{L}])";

    [GeneratedRegex(
        "(?<cue>" + WordStarts + @"(?:mi\s+chiamo|mi\s+chiamano|il\s+mio\s+nome\s+(?:è|e'|é|e)|intestat(?:o|a|ari[oa])(?:\s+a)?|a\s+nome(?:\s+di)?|per\s+conto\s+di"
        + @"|(?:nome\s+e\s+cognome|nome|cognome|nominativo|name|surname|full\s+name)\s?[:=]|nome\s+e\s+cognome(?:\s+(?:è|sono))?"
        + @"|my\s+(?:full\s+)?name\s+is|my\s+name[’']s|my\s+names|under\s+the\s+name(?:\s+of)?|in\s+the\s+name\s+of|on\s+behalf\s+of)"
        + @"[ \t\u00A0]{0,3}(?:[:=][ \t]?)?(?<!\p{L}))" + Words,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex(
        "(?<cue>" + WordStarts + @"(?:sono|i\s+am|i['’]?m|this\s+is|firmato|signed"
        + @"|sig\.?(?:r?a|na)?|signor[aei]?|signorina|dott\.?(?:ssa)?|dottor(?:e|essa)?|avv\.?|ing\.|prof\.?(?:ssa)?|mr|mrs|ms|miss|dr)"
        + @"\.?[ \t\u00A0]{1,3})" + Words,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(
        "(?<cue>" + WordStarts + @"(?:ciao|salve|buon\s?giorno|buona\s?sera|hi|hello|hey|dear|gentil(?:e|issim[oa])|egregi[oa]|car[oa])[ \t\u00A0]{1,3})" + Words,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    [GeneratedRegex(
        "(?<cue>" + WordStarts + @"(?:saluti|cordialmente|un\s+saluto|grazie(?:\s+(?:mille|tante|infinite|ancora))?|a\s+presto|buona\s+giornata|buona\s+serata"
        + @"|regards|sincerely|faithfully|truly|yours|best(?:\s+wishes)?|cheers|thanks(?:\s+(?:a\s+lot|so\s+much|again))?|thank\s+you)"
        + @"[\s,.!;:–-]{1,6})" + Words + @"(?=[\s.,!]*(?:" + Placeholder.Any + @"[\s.,!]*){0,4}(?:\z|\n))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signed();

    [GeneratedRegex("saluti|saluto|cordialmente|regards|sincerely|faithfully|truly|yours", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formal();

    /// <summary>Two or three capital words alone on the last of several lines.</summary>
    [GeneratedRegex(@"(?<cue>\n[ \t]*)(?<words>\p{Lu}[\p{L}'’-]+(?:[ \t]\p{Lu}[\p{L}'’-]+){1,2})(?=[\s.,]*(?:" + Placeholder.Any + @"[\s.,]*){0,4}\z)")]
    private static partial Regex LastLine();

    [GeneratedRegex(WordStarts + @"\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}(?!\])")]
    private static partial Regex Capitals();
}
