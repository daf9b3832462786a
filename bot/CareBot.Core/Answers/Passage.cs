using CareBot.Procedures;

namespace CareBot.Answers;

/// <summary>A found part of the library that may answer a question, and how sure the search is of it.</summary>
public sealed record Passage
{
    /// <summary>The article it is from.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The article's title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What to show the customer, Markdown safe for a channel.</summary>
    public required string Text { get; init; }

    /// <summary>The subject the article is counted under.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The day somebody last vouched for the article; null when nobody has.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>Whether the article calls for a person.</summary>
    public Escalate Escalate { get; init; }

    /// <summary>The procedure that the article can start; null when none.</summary>
    public string? Procedure { get; init; }

    /// <summary>The estimated chance that this answers the question, from 0 to 1.</summary>
    public double Confidence { get; init; }
}

/// <summary>What was found for one question.</summary>
public sealed record Finding
{
    /// <summary>The customer's words.</summary>
    public required string Text { get; init; }

    /// <summary>What may answer them, the most likely first.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>Where the words are so few that several articles are headed by them all: those articles, the most likely first.</summary>
    public IReadOnlyList<Passage> MayMean { get; init; } = [];
}

/// <summary>What was found out before a decision: Decide never asks for more.</summary>
public sealed record Evidence
{
    /// <summary>Nothing was said, so nothing was looked for.</summary>
    public static Evidence None { get; } = new();

    /// <summary>The language the customer's words are in; null when they are too few to tell.</summary>
    public Language? Language { get; init; }

    /// <summary>What may answer the customer's words taken as one question, the most likely first.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>As in <see cref="Finding.MayMean"/>, for the words taken as one question.</summary>
    public IReadOnlyList<Passage> MayMean { get; init; } = [];

    /// <summary>What was found for the words taken as one question.</summary>
    /// <param name="text">The customer's words.</param>
    public Finding AsOne(string text) => new() { Text = text, Passages = Passages, MayMean = MayMean };

    /// <summary>The questions that the message seems to hold, in order; empty when it is one.</summary>
    public IReadOnlyList<Finding> Parts { get; init; } = [];

    /// <summary>The passages that the customer has been given to choose from, confidence 1.</summary>
    public IReadOnlyList<Passage> Offered { get; init; } = [];

    /// <summary>The procedures there are.</summary>
    public ProcedureBook Procedures { get; init; } = ProcedureBook.Empty;

    /// <summary>The procedure that the customer's words ask for; null when they ask for none.</summary>
    public ProcedureId? Wanted { get; init; }

    /// <summary>What the customer's words name that requests of other conversations are about which are under way.</summary>
    public IReadOnlyList<RequestElsewhere> Elsewhere { get; init; } = [];

    /// <summary>Titles of what most customers come for, to begin a conversation with; each finds its article when it is said.</summary>
    public IReadOnlyList<string> Starters { get; init; } = [];
}
