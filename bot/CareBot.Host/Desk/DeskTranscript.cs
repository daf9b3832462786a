using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Storage;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Desk;

/// <summary>One conversation as an agent reads it.</summary>
internal sealed record DeskTranscript
{
    /// <summary>The messages that say what the customer is about: the very last is often "yes" or "thank you".</summary>
    private const int WordsOf = 3;

    public required DeskLine Line { get; init; }

    /// <summary>What was said and what happened, oldest first.</summary>
    public required IReadOnlyList<DeskEntry> Entries { get; init; }

    /// <summary>The procedures under way.</summary>
    public IReadOnlyList<DeskRun> Runs { get; init; } = [];

    /// <summary>Whether there is more before the first entry.</summary>
    public required bool IsCut { get; init; }

    /// <summary>Why people were called last; null when they never were.</summary>
    public HandoffReason? Reason => Entries.OfType<DeskEntry.Happened>()
        .Select(entry => entry.Event).OfType<CareEvent.HandoffInitiated>().LastOrDefault()?.Reason;

    /// <summary>Why a procedure called them, in its own words; null when none did, or it has none.</summary>
    public Wording? Told => Reason == HandoffReason.Procedure ? Runs.LastOrDefault(run => run.Told is not null)?.Told : null;

    /// <summary>What the customer wrote last, on several lines as they came; empty when they have not written.</summary>
    public string CustomersWords => string.Join(
        '\n', Entries.OfType<DeskEntry.Customer>().Select(said => said.Text).Where(text => text.Length > 0).TakeLast(WordsOf));

    /// <summary>The customer's last messages of this contact that may be questions, oldest first: no courtesies, no wish for a person.</summary>
    public IReadOnlyList<string> Questions =>
    [
        .. Entries
            .Reverse()
            .TakeWhile(entry => entry is not DeskEntry.Happened { Event: CareEvent.ContactStarted })
            .OfType<DeskEntry.Customer>()
            .Select(said => said.Text)
            .Where(text => text.Length > 0 && !SmallTalks.IsCourtesy(text) && !Understanding.AsksForPerson(text))
            .Take(WordsOf)
            .Reverse(),
    ];

    /// <summary>Whether an agent has written to the customer since the contact began.</summary>
    public bool AgentHasWritten => Entries
        .Reverse()
        .TakeWhile(entry => entry is not DeskEntry.Happened { Event: CareEvent.ContactStarted })
        .Any(entry => entry is DeskEntry.Reply);

    /// <summary>The answers that the bot has shown since the contact began, and whether each helped.</summary>
    public IReadOnlyList<ShownAnswer> Answers
    {
        get
        {
            var events = Entries.OfType<DeskEntry.Happened>().Select(entry => entry.Event).ToList();
            var contact = events.FindLastIndex(happened => happened is CareEvent.ContactStarted);
            var judged = events.Skip(contact + 1).OfType<CareEvent.HelpJudged>().ToLookup(judged => judged.Article);
            return
            [
                .. events.Skip(contact + 1).OfType<CareEvent.Answered>().Select(answered => answered.Article).Distinct()
                    .Select(article => new ShownAnswer(article, judged[article].LastOrDefault()?.Helpful)),
            ];
        }
    }
}

/// <summary>An answer that the customer has seen.</summary>
/// <param name="Article">Which.</param>
/// <param name="Helpful">What they said of it; null when nothing.</param>
internal sealed record ShownAnswer(ArticleId Article, bool? Helpful);

/// <summary>A file that the customer has sent.</summary>
/// <param name="Name">What they called it.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="IsPicture">Whether the page may show it.</param>
/// <param name="Address">Where it is; null once its time is over.</param>
internal sealed record DeskFile(string Name, long Bytes, bool IsPicture, string? Address)
{
    public static DeskFile Of(SentFile sent, Uploads uploads) => new(
        sent.Name, sent.Bytes, StoredUpload.IsPicture(sent.ContentType), uploads.Has(sent.Id) ? $"/uploads/{sent.Id}" : null);
}

/// <summary>Something said, or something that happened.</summary>
/// <param name="Position">Its place: entries that came later have a greater one.</param>
/// <param name="At">When, UTC.</param>
internal abstract record DeskEntry(long Position, DateTimeOffset At)
{
    /// <param name="Position">Its place.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Text">The words; empty when there are only files.</param>
    /// <param name="Files">The files that came with them.</param>
    public sealed record Customer(long Position, DateTimeOffset At, string Text, IReadOnlyList<DeskFile> Files) : DeskEntry(Position, At)
    {
        /// <summary>Whether these are not the words that the customer first wrote.</summary>
        public bool IsChanged { get; init; }
    }

    /// <summary>A message that the customer has deleted: nobody reads its words any more.</summary>
    public sealed record Deleted(long Position, DateTimeOffset At) : DeskEntry(Position, At);

    public sealed record Bot(long Position, DateTimeOffset At, string Text) : DeskEntry(Position, At);

    /// <param name="Position">Its place.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Agent">Who wrote.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Article">The article that the words still are; null where they are the agent's own.</param>
    public sealed record Reply(long Position, DateTimeOffset At, Agent Agent, string Text, ArticleId? Article) : DeskEntry(Position, At);

    public sealed record Note(long Position, DateTimeOffset At, Agent Agent, string Text) : DeskEntry(Position, At);

    /// <param name="Position">Its place.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Sign">What became of a procedure.</param>
    /// <param name="Why">Why it cannot go on; null where it can.</param>
    public sealed record OfRun(long Position, DateTimeOffset At, RunSign Sign, Wording? Why) : DeskEntry(Position, At);

    public sealed record Happened(long Position, DateTimeOffset At, CareEvent Event) : DeskEntry(Position, At);
}

/// <summary>What became of a procedure.</summary>
internal enum RunSign
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>The customer has what they came for.</summary>
    Resolved,

    /// <summary>It ended otherwise.</summary>
    Ended,

    /// <summary>Something went wrong that no step handles.</summary>
    Failed,

    /// <summary>A promise was not kept in time.</summary>
    Overdue,

    /// <summary>The customer goes on with it in another conversation.</summary>
    Left,

    /// <summary>The customer goes on here with what they began in another conversation.</summary>
    Arrived,
}
