using CareBot.Answers;

namespace CareBot.Metrics;

/// <summary>What became of a customer's question.</summary>
public enum QuestionOutcome
{
    /// <summary>An article was shown and the customer has not said whether it helped.</summary>
    Answered,

    /// <summary>The customer said that the article helped.</summary>
    Helped,

    /// <summary>The customer said that the article did not help.</summary>
    DidNotHelp,

    /// <summary>The customer was asked which article they meant and has not said.</summary>
    Clarified,

    /// <summary>The customer chose one of the articles and has not said whether it helped.</summary>
    Chosen,

    /// <summary>The customer said that none of the articles was meant.</summary>
    NoneOfThese,

    /// <summary>No article answered.</summary>
    Missed,

    /// <summary>A person took over, and the customer has not said whether what was shown before helped.</summary>
    Handoff,
}

/// <summary>One question that a customer put to the bot, with nothing in it that points at the customer.</summary>
/// <remarks>It is a fold over the contact's events (<see cref="QuestionFold"/>), so it can be made again from the journal at any time.</remarks>
public sealed record QuestionRecord
{
    /// <summary>The characters of a masked question that are kept; what follows is not.</summary>
    public const int TextLengthMax = 512;

    /// <summary>The contact it was put in.</summary>
    public required ContactId Contact { get; init; }

    /// <summary>The channel's id of the message, by which the customer may delete it; null where the channel never speaks of it again.</summary>
    public string? Message { get; init; }

    /// <summary>Its place among the contact's questions, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was put.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The Bot Framework's name of the channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>The language the conversation was in then.</summary>
    public required Language Language { get; init; }

    /// <summary>The customer's words, masked (<see cref="Privacy.Pseudonyms"/>), at most <see cref="TextLengthMax"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>What became of it; null as long as it is not known whether the words were a question at all.</summary>
    public QuestionOutcome? Outcome { get; init; }

    /// <summary>The articles shown as its answer, in order.</summary>
    public IReadOnlyList<ArticleId> Shown { get; init; } = [];

    /// <summary>The articles offered to choose from.</summary>
    public IReadOnlyList<ArticleId> Offered { get; init; } = [];

    /// <summary>The article with which an agent answered it when the bot had not; null where none did, or where that is not known.</summary>
    /// <remarks>It stands beside the outcome and not in its place: what the bot made of the question, and what the customer said of it,
    /// is counted as it was.</remarks>
    public ArticleId? AgentsAnswer { get; init; }

    /// <summary>Whether the message held several questions: several answers were shown for it, or one for a part and none for another.</summary>
    public bool AsksSeveral => Shown.Count > 1 || (Shown.Count == 1 && Outcome == QuestionOutcome.Missed);

    /// <summary>How sure the search was of the first article shown, 0 to 1; 1 for one that was chosen, null when none was shown.</summary>
    public double? Confidence { get; init; }
}
