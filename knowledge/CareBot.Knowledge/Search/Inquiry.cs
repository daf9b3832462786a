using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>What must be found out for one turn.</summary>
public sealed record Inquiry
{
    /// <summary>The customer's words, as they came; only the first <see cref="KnowledgeIndex.TextLengthMax"/> characters are looked at.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the conversation so far: used where the words are too few to tell, or are mixed.</summary>
    public required Language Prior { get; init; }

    /// <summary>The channel by its authors' name: <c>web</c>, <c>teams</c>, <c>phone</c> or <c>email</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The day in the company's own time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The article that the conversation's last answer was; null when there was none.</summary>
    public ArticleId? About { get; init; }

    /// <summary>The articles that the customer has been given to choose from.</summary>
    public IReadOnlyList<ArticleId> Offered { get; init; } = [];

    /// <summary>The authors' name of a channel by its Bot Framework name: they write for the web and for Teams, not for transports.</summary>
    public static string ChannelOf(string channel) => channel == "msteams" ? "teams" : "web";
}
