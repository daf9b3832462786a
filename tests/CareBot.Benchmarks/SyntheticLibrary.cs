using System.Globalization;
using System.Text;

namespace CareBot.Benchmarks;

/// <summary>A library of any size that looks like a shop's: every article about another thing, with phrasings and a body.</summary>
internal static class SyntheticLibrary
{
    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "bra", "cre", "dri", "fro", "gra", "pli"];

    private static readonly string[] Asking =
        ["come faccio a ordinare", "quanto costa", "quando arriva", "posso restituire", "si può riparare", "dove trovo", "perché non funziona"];

    /// <summary>Writes the articles and returns questions that customers could ask about them.</summary>
    public static IReadOnlyList<string> Write(string folder, int articles)
    {
        // The same library at every run, so that figures can be compared.
        var random = new Random(4711);
        var target = Directory.CreateDirectory(Path.Combine(folder, "it", "faq")).FullName;
        var questions = new List<string>();
        for (var i = 0; i < articles; i++)
        {
            var thing = $"{Word(random)} {Word(random)}";
            var asked = Asking.OrderBy(_ => random.Next()).Take(5).Select(how => $"{how} {thing}").ToList();
            questions.Add(asked[0]);
            File.WriteAllText(Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"article-{i}.md")), Article(i, thing, asked, random));
        }

        return questions;
    }

    private static string Article(int number, string thing, List<string> asked, Random random)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\nid: article-{number}\nlang: it\nkind: faq\ntitle: Tutto su {thing}\nquestions:\n");
        foreach (var question in asked)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {question}\n");
        }

        text.Append("topic: orders\nstatus: published\nreviewed: 2026-11-16\n---\n\n");
        for (var i = 0; i < 90; i++)
        {
            text.Append(i % 9 == 0 ? thing : Word(random)).Append(i % 12 == 11 ? ".\n" : " ");
        }

        return text.Append('\n').ToString();
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
