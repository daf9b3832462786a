using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>An article gives the same figures in every language it is written in.</summary>
internal static class LanguagesAgree
{
    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> published)
    {
        foreach (var versions in published.GroupBy(manuscript => manuscript.Article.Id).Where(versions => versions.Count() > 1))
        {
            var first = versions.First();
            var expected = Figures(first).ToList();
            foreach (var other in versions.Skip(1))
            {
                var found = Figures(other).ToList();
                var mine = found.Where(figure => !expected.Any(each => Same(each, figure))).ToList();
                var theirs = expected.Where(figure => !found.Any(each => Same(each, figure))).ToList();
                var differing = mine.FirstOrDefault(figure => theirs.Any(each => each.Unit == figure.Unit));
                if (differing.Words is not null)
                {
                    yield return Problems.FiguresDiffer(
                        differing.At, $"`{differing.Words}`", first.Article.Path, $"`{theirs.First(each => each.Unit == differing.Unit).Words}`");
                }
            }
        }
    }

    private static bool Same((string Unit, string Value, string Words, Spot At) one, (string Unit, string Value, string Words, Spot At) other) =>
        one.Unit == other.Unit && one.Value == other.Value;

    private static IEnumerable<(string Unit, string Value, string Words, Spot At)> Figures(Manuscript manuscript) =>
        from paragraph in manuscript.Paragraphs
        from figure in Figure.In(paragraph.Folded, manuscript.Language)
        select (figure.Unit, figure.Value, paragraph.Text.Substring(figure.Index, figure.Length), paragraph.At(figure.Index));
}
