using CareBot.Metrics;
using CareBot.Privacy;

namespace CareBot.Knowledge.Gaps;

/// <summary>Puts questions together that ask alike.</summary>
/// <remarks>
/// The wordings that most others are like lead, and others join the leader that they are most like, if they are like enough. Each is
/// compared with leaders only, so that a group never grows from one thing to another by way of what lies between. Wordings are taken
/// in an order of their own: the same questions give the same groups, in whatever order they come.
/// </remarks>
public static class QuestionGroups
{
    /// <summary>How like its leader a wording must be.</summary>
    private const double LikeFrom = 0.4;

    /// <summary>Groups questions of either language; those without a word in them are left out.</summary>
    /// <returns>In no order that means anything, but always the same.</returns>
    public static IReadOnlyList<QuestionGroup> Of(IReadOnlyList<QuestionRecord> questions) =>
    [
        .. questions
            .GroupBy(question => question.Language)
            .OrderBy(shelf => shelf.Key)
            .SelectMany(shelf => InOneLanguage(shelf.Key, shelf)),
    ];

    private static IEnumerable<QuestionGroup> InOneLanguage(Language language, IEnumerable<QuestionRecord> questions)
    {
        var wordings = questions
            .Select(question => (Question: question, Text: Pseudonyms.WithoutPlaceholders(question.Text)))
            .GroupBy(asked => asked.Text.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(same => (same.Key, Asked: Asked(same), Features: Features.Of(same.Key, language)))
            .Where(wording => wording.Features is not null)
            .OrderBy(wording => wording.Key, StringComparer.Ordinal)
            .ToList();

        var likeness = new Likeness([.. wordings.Select(wording => wording.Features!)]);
        var typical = likeness.ToAll([.. wordings.Select(wording => wording.Asked.Questions.Count)]);
        var groups = new Dictionary<int, List<(AskedText Text, double Likeness)>>();
        foreach (var at in Enumerable.Range(0, wordings.Count).OrderByDescending(at => typical[at]))
        {
            var (leader, like) = Nearest(likeness.ToLeaders(at));
            if (like < LikeFrom)
            {
                likeness.Lead(at);
                groups[leader = at] = [];
            }

            groups[leader].Add((wordings[at].Asked, like));
        }

        return groups.OrderBy(group => group.Key).Select(group => group.Value).Select(members => new QuestionGroup(
            language,
            [
                members[0].Text,
                .. members.Skip(1).OrderByDescending(member => member.Text.Questions.Count).ThenByDescending(member => member.Likeness)
                    .Select(member => member.Text),
            ]));
    }

    private static AskedText Asked(IEnumerable<(QuestionRecord Question, string Text)> same)
    {
        var inTime = same
            .OrderBy(asked => asked.Question.At)
            .ThenBy(asked => asked.Question.Contact.Value, StringComparer.Ordinal)
            .ThenBy(asked => asked.Question.Number)
            .ToList();
        return new(inTime[0].Text, [.. inTime.Select(asked => asked.Question)]);
    }

    private static (int Leader, double Likeness) Nearest(Dictionary<int, double> likeness)
    {
        var best = (Leader: -1, Likeness: 0.0);
        foreach (var (leader, like) in likeness)
        {
            if (like > best.Likeness || (like == best.Likeness && leader < best.Leader))
            {
                best = (leader, like);
            }
        }

        return best;
    }
}
