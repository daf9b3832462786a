using CareBot.Answers;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Knowledge.Gaps;

/// <summary>Finds what is missing in a library from the questions that it did not answer well.</summary>
public static class GapReport
{
    /// <summary>The channel whose articles the nearest is looked for among.</summary>
    private const string Channel = "web";

    /// <summary>The wordings of a group that are asked of the library: enough to tell what it finds for them.</summary>
    private const int AskedMax = 20;

    /// <summary>What a contact more than in the period before counts beside a contact.</summary>
    private const double RiseShare = 0.5;

    /// <summary>Whether a question tells of something missing: it was missed, asked back, called unhelpful, or brought in a person
    /// without an article that says that one must, or with another than the one that the person then answered with.</summary>
    public static bool TellsOfGap(QuestionRecord question) => question.Outcome switch
    {
        QuestionOutcome.Missed or QuestionOutcome.NoneOfThese or QuestionOutcome.Clarified or QuestionOutcome.DidNotHelp => true,
        QuestionOutcome.Handoff => question.Shown.Count == 0 || AgentsFind(question) is not null,
        _ => false,
    };

    /// <summary>The gaps of a period: those that most contacts ran into first, and of like ones those that grow.</summary>
    /// <param name="questions">The questions of the period; those that tell of no gap are passed over.</param>
    /// <param name="before">The questions of the period of the same length before; null where there is none to compare with.</param>
    /// <param name="index">The library as it is now.</param>
    /// <param name="policy">When a found article is an answer.</param>
    /// <param name="today">The day in the company's own time zone.</param>
    public static IReadOnlyList<Gap> Of(
        IReadOnlyList<QuestionRecord> questions, IReadOnlyList<QuestionRecord>? before, KnowledgeIndex index, AnswerPolicy policy, DateOnly today)
    {
        var now = questions.Where(TellsOfGap).ToHashSet();
        return
        [
            .. QuestionGroups.Of([.. questions.Concat(before ?? []).Where(TellsOfGap)])
                .Where(group => group.Questions.Any(now.Contains))
                .Select(group => Find(group, now, before is not null, index, policy, today))
                .OrderByDescending(gap => gap.Contacts + (RiseShare * (gap.Contacts - (gap.ContactsBefore ?? gap.Contacts))))
                .ThenByDescending(gap => gap.Contacts)
                .ThenBy(gap => gap.Group.Language)
                .ThenBy(gap => gap.Group.Texts[0].Text, StringComparer.Ordinal),
        ];
    }

    private static ArticleId? AgentsFind(QuestionRecord question) =>
        question.AgentsAnswer is { } answer && !question.Shown.Contains(answer) ? answer : null;

    private static Gap Find(
        QuestionGroup group, HashSet<QuestionRecord> now, bool compares, KnowledgeIndex index, AnswerPolicy policy, DateOnly today)
    {
        var current = group.Questions.Where(now.Contains).ToList();
        var (nearest, lost) = Nearest(group, index, policy, today);
        var why = AgentsFoundIt(group) is { } found && !(lost is WhyLost.AnswersNow && nearest?.Article == found.Article) ? found : lost;
        return new()
        {
            Group = group,
            Contacts = Contacts(current),
            ContactsBefore = compares ? Contacts(group.Questions.Where(question => !now.Contains(question))) : null,
            Outcomes =
            [
                .. current.CountBy(question => question.Outcome!.Value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key),
            ],
            Nearest = nearest,
            Why = why,
        };
    }

    /// <summary>Null where no agent answered with an article that the bot had not shown.</summary>
    private static WhyLost.AgentsFoundIt? AgentsFoundIt(QuestionGroup group) => group.Questions
        .Select(AgentsFind).OfType<ArticleId>()
        .CountBy(article => article)
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
        .Select(pair => new WhyLost.AgentsFoundIt(pair.Key, pair.Value))
        .FirstOrDefault();

    /// <summary>The article that the library finds for most of the wordings, by confidence; and what stood in its way for the first.</summary>
    private static (NearestArticle?, WhyLost) Nearest(QuestionGroup group, KnowledgeIndex index, AnswerPolicy policy, DateOnly today)
    {
        var found = group.Texts.Take(AskedMax).Select(text => Find(text.Text, group.Language, index, today)).ToList();
        var articles = found
            .SelectMany(passages => passages)
            .GroupBy(passage => passage.Article)
            .Select(same => new NearestArticle(same.Key, same.First().Title, same.Sum(passage => passage.Confidence) / found.Count))
            .OrderByDescending(article => article.Confidence)
            .ThenBy(article => article.Article.Value, StringComparer.Ordinal)
            .ToList();
        if (articles is not [var nearest, .. var rivals])
        {
            return (null, new WhyLost.NothingNear());
        }

        var unhelpful = group.Questions.Count(
            question => question.Outcome == QuestionOutcome.DidNotHelp && question.Shown.Contains(nearest.Article));
        return (nearest, unhelpful > 0 ? new WhyLost.DidNotHelp(unhelpful) : Why(nearest, rivals, found, policy));
    }

    private static WhyLost Why(
        NearestArticle nearest, List<NearestArticle> rivals, List<IReadOnlyList<Passage>> found, AnswerPolicy policy)
    {
        var answered = found.Count(passages => Verdict.Of(passages, policy) is Verdict.Answer { Passage: var best } && best.Article == nearest.Article);
        if (answered * 2 > found.Count || nearest.Confidence >= policy.AnswerMin)
        {
            return new WhyLost.AnswersNow();
        }

        // One of the two answers, but not surely which.
        return rivals is [var rival, ..] && rival.Confidence >= policy.ChoiceMin && nearest.Confidence + rival.Confidence >= policy.AnswerMin
            ? new WhyLost.TooClose(rival.Article, rival.Confidence)
            : new WhyLost.BelowThreshold(policy.AnswerMin);
    }

    private static IReadOnlyList<Passage> Find(string text, Language language, KnowledgeIndex index, DateOnly today) =>
        index.Gather(new() { Text = text, Prior = language, Channel = Channel, Today = today }).Passages;

    private static int Contacts(IEnumerable<QuestionRecord> questions) => questions.Select(question => question.Contact).Distinct().Count();
}
