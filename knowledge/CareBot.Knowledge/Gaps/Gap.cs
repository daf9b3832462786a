using CareBot.Answers;
using CareBot.Metrics;

namespace CareBot.Knowledge.Gaps;

/// <summary>Something that customers ask and the library does not answer well.</summary>
public sealed record Gap
{
    /// <summary>The typical phrasings that are shown at most.</summary>
    public const int TypicalMax = 3;

    /// <summary>The questions of this period and the one before, together.</summary>
    public required QuestionGroup Group { get; init; }

    /// <summary>The contacts of this period in which it was asked.</summary>
    public required int Contacts { get; init; }

    /// <summary>The contacts of the period before in which it was asked; null where there is no period before.</summary>
    public required int? ContactsBefore { get; init; }

    /// <summary>What became of this period's questions, by how many; the most frequent first.</summary>
    public required IReadOnlyList<KeyValuePair<QuestionOutcome, int>> Outcomes { get; init; }

    /// <summary>The article of the present library that comes nearest; null when none comes near.</summary>
    public required NearestArticle? Nearest { get; init; }

    /// <summary>Why the nearest article was not the answer.</summary>
    public required WhyLost Why { get; init; }

    /// <summary>How customers put it, the most typical first; at most <see cref="TypicalMax"/>.</summary>
    public IEnumerable<string> Typical => Group.Texts.Take(TypicalMax).Select(text => text.Text);
}

/// <summary>An article and how sure the search is of it, 0 to 1, over the wordings of a group.</summary>
public sealed record NearestArticle(ArticleId Article, string Title, double Confidence);

/// <summary>Why an article is not the answer.</summary>
public abstract record WhyLost
{
    private WhyLost()
    {
    }

    /// <summary>No article comes near.</summary>
    public sealed record NothingNear : WhyLost;

    /// <summary>The confidence is below the one from which an article is given as the answer.</summary>
    public sealed record BelowThreshold(double ConfidenceMin) : WhyLost;

    /// <summary>Another article is as likely.</summary>
    public sealed record TooClose(ArticleId Rival, double Confidence) : WhyLost;

    /// <summary>It was shown, and customers said so many times that it did not help.</summary>
    public sealed record DidNotHelp(int Times) : WhyLost;

    /// <summary>Nothing is missing but the finding: agents answered so many times with an article of the library, with this one most.</summary>
    public sealed record AgentsFoundIt(ArticleId Article, int Times) : WhyLost;

    /// <summary>The library as it is now does answer with it.</summary>
    public sealed record AnswersNow : WhyLost;
}
