using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>What customers read or hear keeps to the phrases of the house: <c>style.yaml</c> lists those that it avoids.</summary>
internal static class StyleKept
{
    public const string FileName = "style.yaml";

    public static IEnumerable<Problem> Check(Library library, IEnumerable<Manuscript> manuscripts)
    {
        var file = RuleFile.Open(library.Folder, FileName);
        var phrases = Read(file).ToLookup(phrase => phrase.Language);
        return file.Problems.Concat(
            from manuscript in manuscripts
            where manuscript.Article.Status != ArticleStatus.Archived
            from phrase in phrases[manuscript.Language]
            from at in Places(manuscript, phrase)
            select Problems.PhraseBanned(at, phrase.Written, phrase.Instead));
    }

    private static IEnumerable<Spot> Places(Manuscript manuscript, Phrase phrase)
    {
        // A script is for the agent, and may warn of a phrase: only what it quotes is said to customers.
        var isScript = manuscript.Article.Kind == ArticleKind.Script;
        if (!isScript && phrase.In(Folding.Fold(manuscript.Article.Title)) is not null)
        {
            yield return manuscript.Read.Places.Title;
        }

        foreach (var paragraph in manuscript.Paragraphs.Where(paragraph => paragraph.IsQuoted || !isScript))
        {
            if (phrase.In(paragraph.Folded) is { } at)
            {
                yield return paragraph.At(at);
            }
        }
    }

    private static List<Phrase> Read(RuleFile file)
    {
        var phrases = new List<Phrase>();
        foreach (var (tag, list) in file.Fields(file.Root, "the file", ["it", "en"]))
        {
            foreach (var item in file.Items(list, $"`{tag}`"))
            {
                var fields = file.Fields(item, "each phrase", ["phrase", "instead"]);
                if (fields.Count == 0
                    || file.Text(fields, "phrase", item) is not { } written
                    || file.Text(fields, "instead", item) is not { } instead)
                {
                    continue;
                }

                var phrase = new Phrase(LanguageTags.FromTag(tag)!.Value, written, instead);
                if (phrases.Any(known => known.Language == phrase.Language && known.Folded == phrase.Folded))
                {
                    file.Refuse(Problems.RulesRepeated(file.At(fields["phrase"]), written));
                }
                else
                {
                    phrases.Add(phrase);
                }
            }
        }

        return phrases;
    }
}
