using System.Text.RegularExpressions;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Gaps;

/// <summary>An article for an editor to write: the phrasings are in it, the answer is not.</summary>
/// <param name="Id">What the article is called; two gaps may come to the same.</param>
/// <param name="Language">The language to write it in.</param>
/// <param name="Text">The file's content: front matter that <c>carebot library check</c> accepts, and what to write.</param>
public sealed partial record GapDraft(string Id, Language Language, string Text)
{
    /// <summary>The phrasings that a draft takes over.</summary>
    private const int PhrasingsMax = 20;

    /// <summary>The characters of a phrasing or title; longer ones are cut between words.</summary>
    private const int LineLengthMax = 200;

    /// <summary>The words of the first phrasing that make the id.</summary>
    private const int IdWordsMax = 5;

    /// <summary>The characters of an id made of them.</summary>
    private const int IdLengthMax = 60;

    /// <summary>Drafts the article that a gap calls for.</summary>
    public static GapDraft Of(Gap gap)
    {
        var language = gap.Group.Language;
        var phrasings = gap.Group.Texts.Select(text => Line(text.Text)).Where(line => line.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(PhrasingsMax).ToList();
        var id = IdOf(gap.Group.Texts[0].Text, language);
        var questions = phrasings.Count == 0 ? "" : $"questions:\n{string.Concat(phrasings.Select(phrasing => $"  - {Quoted(phrasing)}\n"))}";
        var title = Quoted(phrasings.Count > 0 ? Title(phrasings[0]) : id);
        return new(
            id,
            language,
            $"---\nid: {id}\nlang: {language.Tag()}\nkind: faq\ntitle: {title}\n{questions}status: draft\n---\n\n{DraftWords.Body(gap)}");
    }

    private static string IdOf(string phrasing, Language language)
    {
        var words = Words.Of(language).In(phrasing);
        var matter = words.Where(word => !word.IsStop).ToList();
        var id = string.Join('-', (matter.Count > 0 ? matter : words)
            .Select(word => NotInId().Replace(word.Plain, "")).Where(word => word.Length > 0).Take(IdWordsMax));
        return $"gap-{(id.Length == 0 ? "question" : id.Length <= IdLengthMax ? id : id[..IdLengthMax])}";
    }

    private static string Title(string phrasing) => char.ToUpperInvariant(phrasing[0]) + phrasing[1..];

    /// <summary>One line without signs that cannot be seen.</summary>
    private static string Line(string text)
    {
        var line = Unseen().Replace(text, " ").Trim();
        if (line.Length <= LineLengthMax)
        {
            return line;
        }

        var blank = line.LastIndexOf(' ', LineLengthMax);
        return line[..(blank > 0 ? blank : LineLengthMax)];
    }

    private static string Quoted(string line) => $"'{line.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex NotInId();

    [GeneratedRegex(@"[\s\p{C}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unseen();
}
