using CareBot.Desk;
using CareBot.Procedures;

namespace CareBot.Host.Desk;

/// <summary>The conversations that are a matter for people now.</summary>
/// <param name="Waiting">Nobody has them; the longest waiting first.</param>
/// <param name="Open">An agent has them; the longest waited for first.</param>
/// <param name="HasMore">Whether there are more than are listed.</param>
internal sealed record DeskLists(IReadOnlyList<DeskLine> Waiting, IReadOnlyList<DeskLine> Open, bool HasMore)
{
    /// <summary>The bot has them, and people have something to do for a procedure; what is due first comes first.</summary>
    public IReadOnlyList<DeskLine> Tasks { get; init; } = [];
}

/// <summary>One conversation as a list shows it.</summary>
internal sealed record DeskLine
{
    /// <summary>The signs that tell nameless customers apart.</summary>
    private const int ShortIdLength = 4;

    public required Conversation Conversation { get; init; }

    /// <summary>The last thing that the customer or an agent wrote; the bot's own words are no news.</summary>
    public required LastWord Last { get; init; }

    /// <summary>Whether the customer has waited longer than was promised.</summary>
    public required bool Overdue { get; init; }

    public ConversationId Id => Conversation.Id;

    /// <summary>Who has it; null while it waits.</summary>
    public Agent? Agent => (Conversation.Status as Status.WithAgent)?.Agent;

    /// <summary>Why it waits; null once somebody has it.</summary>
    public HandoffReason? Reason => (Conversation.Status as Status.Queued)?.Reason;

    /// <summary>When the customer began to wait for a person; the beginning of the conversation when they do not.</summary>
    public DateTimeOffset WaitingSince => Conversation.Status switch
    {
        Status.Queued queued => queued.Since,
        Status.WithAgent with => with.QueuedAt,
        _ => Conversation.StartedAt,
    };

    /// <summary>The queues and roles that have something to do in it or to look at, and the skills that it takes, each once.</summary>
    public IReadOnlyList<string> For =>
    [
        .. Conversation.Alerts.Select(alert => alert.Queue.Value)
            .Concat(Conversation.Runs.SelectMany(run => run.Waiting?.Parts ?? []).SelectMany(waiting => waiting switch
            {
                Waiting.Work { Skill: { } skill } work => [work.Queue, skill],
                Waiting.Work work => [work.Queue],
                Waiting.Consent consent => [consent.Role],
                _ => Array.Empty<string>(),
            }))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The cases that its requests have opened.</summary>
    public IEnumerable<CaseFile> Cases => Conversation.Runs.SelectMany(run => run.Cases);

    /// <summary>What a person has to do in it first, in each language; null where nothing but to answer.</summary>
    public Wording? ToDo => Conversation.Runs.SelectMany(run => run.Waiting?.Parts ?? [])
        .Where(waiting => waiting is Waiting.Work or Waiting.Consent)
        .OrderBy(waiting => waiting.DueAt ?? DateTimeOffset.MaxValue)
        .Select(waiting => waiting is Waiting.Consent consent ? consent.Text : ((Waiting.Work)waiting).Text)
        .FirstOrDefault();

    /// <summary>The end of the channel's id, to tell customers without a name apart.</summary>
    public string ShortId
    {
        get
        {
            var signs = Id.Value.Where(char.IsAsciiLetterOrDigit).ToArray();
            return new string(signs[^Math.Min(ShortIdLength, signs.Length)..]).ToUpperInvariant();
        }
    }
}
