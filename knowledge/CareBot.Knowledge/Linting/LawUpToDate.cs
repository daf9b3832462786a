using CareBot.Answers;
using CareBot.Knowledge.Reading;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Linting;

/// <summary>No text states a law in words that are no longer true: <c>law-rules.yaml</c>, where there is one, lists such words.</summary>
internal static class LawUpToDate
{
    public const string FileName = "law-rules.yaml";

    public static IEnumerable<Problem> Check(Library library, IEnumerable<Manuscript> manuscripts, DateOnly today)
    {
        var file = RuleFile.Open(library.Folder, FileName);
        var over = Read(file).Where(rule => rule.ValidTo < today).ToLookup(rule => rule.Phrase.Language);
        return file.Problems.Concat(
            from manuscript in manuscripts
            where manuscript.Article.Status != ArticleStatus.Archived
            from rule in over[manuscript.Language]
            from paragraph in manuscript.Paragraphs
            let at = rule.Phrase.In(paragraph.Folded)
            where at is not null
            select Problems.LawOver(paragraph.At(at.Value), rule.Phrase.Written, rule.ValidTo, rule.Phrase.Instead));
    }

    private static List<(Phrase Phrase, DateOnly ValidTo)> Read(RuleFile file)
    {
        var rules = new List<(Phrase, DateOnly)>();
        foreach (var item in file.Items(file.Root, "the file"))
        {
            var fields = file.Fields(item, "each rule", ["phrases", "valid_to", "instead"]);
            if (fields.Count == 0 || Day(file, fields, item) is not { } validTo || file.Text(fields, "instead", item) is not { } instead)
            {
                continue;
            }

            if (!fields.TryGetValue("phrases", out var phrases))
            {
                file.Refuse(Problems.RulesWrongValue(file.At(item), "`phrases`", "given, with a list under it or en"));
                continue;
            }

            rules.AddRange(
                from language in file.Fields(phrases, "`phrases`", ["it", "en"])
                from phrase in file.Items(language.Value, $"`{language.Key}`")
                let written = file.Text(phrase, "phrases")
                where written is not null
                select (new Phrase(LanguageTags.FromTag(language.Key)!.Value, written, instead), validTo));
        }

        return rules;
    }

    private static DateOnly? Day(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode item)
    {
        if (file.Text(fields, "valid_to", item) is not { } written)
        {
            return null;
        }

        if (Written.Date(written) is { } day)
        {
            return day;
        }

        file.Refuse(Problems.RulesWrongValue(file.At(fields["valid_to"]), "`valid_to`", "a day written like 2026-11-16"));
        return null;
    }
}
