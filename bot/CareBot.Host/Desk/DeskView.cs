using CareBot.Desk;
using CareBot.Host.Settings;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Desk;

/// <summary>What agents see.</summary>
internal sealed class DeskView(
    ConversationStore conversations, LiveProcedures procedures, Journal journal, LastWords words, Uploads uploads, IOptions<CareOptions> options, TimeProvider clock)
{
    /// <summary>The conversations on the lists together. A desk with more of them open has other worries than a longer list.</summary>
    public const int LinesMax = 200;

    /// <summary>The entries of a transcript, from the end.</summary>
    public const int EntriesMax = 500;

    /// <summary>The company as customers know it.</summary>
    public string Company { get; } = options.Value.Company;

    /// <summary>The company's own time zone, in which agents read times.</summary>
    public TimeZoneInfo Zone { get; } = options.Value.Zone;

    /// <summary>The instant to which what is shown is to be compared.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The conversations that wait for a person or are with one.</summary>
    public DeskLists Lists()
    {
        var found = conversations.WithPeople(LinesMax + 1);
        var lines = found.Take(LinesMax).Select(Line).ToLookup(line => line.Agent is null);
        return new([.. lines[true]], [.. lines[false]], found.Count > LinesMax) { Tasks = [.. conversations.WithTasks(LinesMax).Select(Line)] };
    }

    /// <summary>A queue, a role, a skill or a tag as <c>care-model.yaml</c> calls it; its code where that has no name for it.</summary>
    public string NameOf(string code, Language language) => procedures.Current.Library.Model.TitleOf(code)?.In(language) ?? code;

    /// <summary>The procedures that an agent may begin with a customer.</summary>
    public IReadOnlyList<(string Id, Wording Title)> Startable() =>
        [.. procedures.Current.Book.Current.Where(procedure => procedure.IsForCustomers).Select(procedure => (procedure.Id.Value, procedure.Title))];

    /// <summary>One conversation, whoever has it; null when there is none of this id.</summary>
    public DeskTranscript? Transcript(ConversationId id)
    {
        if (conversations.Find(id) is not { } stored)
        {
            return null;
        }

        var entries = journal.Read(id, EntriesMax);
        var now = new CurrentWords(entries.Select(entry => entry.Event));
        return new()
        {
            Line = Line(stored.Conversation),
            Entries = [.. entries.Select(entry => Entry(entry, now)).OfType<DeskEntry>()],
            IsCut = entries.Count == EntriesMax,
            Runs =
            [
                .. stored.Conversation.Runs
                    .Select(run => DeskRun.Of(run, procedures.Current.Book, stored.Conversation.Language, Now))
                    .OfType<DeskRun>(),
            ],
        };
    }

    private DeskLine Line(Conversation conversation) => new()
    {
        Conversation = conversation,
        Last = words.Of(conversation.Id),

        // A wait loses its deadline when the deadline has passed and the customer has been told.
        Overdue = conversation.Status is Status.Queued && (conversation.DueAt is not { } due || due <= clock.GetUtcNow()),
    };

    /// <summary>An entry for the agent's eyes; null for what says nothing that another entry does not say.</summary>
    private DeskEntry? Entry(JournalEntry entry, CurrentWords now) => entry.Event switch
    {
        CareEvent.CustomerSaid said => now.Of(said) is { } text
            ? new DeskEntry.Customer(entry.Position, entry.At, text, [.. (said.Files ?? []).Select(file => DeskFile.Of(file, uploads))])
            {
                IsChanged = text != said.Text,
            }
            : new DeskEntry.Deleted(entry.Position, entry.At),
        CareEvent.BotSaid said => new DeskEntry.Bot(entry.Position, entry.At, said.Text),
        CareEvent.AgentSaid said => new DeskEntry.Reply(entry.Position, entry.At, said.Agent, said.Text, said.From is { IsConfirmed: true } from ? from.Article : null),
        CareEvent.NoteWritten note => new DeskEntry.Note(entry.Position, entry.At, note.Agent, note.Text),

        // The message itself shows it.
        CareEvent.CustomerCorrected or CareEvent.CustomerWithdrew => null,

        CareEvent.RunMoved moved => Told(entry, moved),

        // The panel beside the transcript shows it until somebody has seen to it; a missed promise stands in its run.
        CareEvent.AlertRaised { Alert.Kind: AlertKind.Overdue } => null,

        // The bot's own words introduce it, and the agent's close ends the contact.
        CareEvent.Introduced or CareEvent.ContactEnded { Outcome: Outcome.Handoff } => null,
        var happened => new DeskEntry.Happened(entry.Position, entry.At, happened),
    };

    /// <summary>As whoever goes on reads it, where that was written down.</summary>
    private static Wording? WhyFailed(CareEvent.RunMoved moved) => moved.Events.OfType<RunEvent.Failed>().LastOrDefault() is { } failed
        ? moved.Events.OfType<RunEvent.Waits>().Select(waits => waits.For).OfType<Waiting.HandedOver>().LastOrDefault()?.Why ?? Wording.Same(failed.Why)
        : null;

    /// <summary>Of a run it is told when it begins and ends, and when it cannot go on; what it says and asks stands there already.</summary>
    private static DeskEntry.OfRun? Told(JournalEntry entry, CareEvent.RunMoved moved)
    {
        var sign = moved.Events.Select(happened => happened switch
        {
            RunEvent.Ended ended => ended.Outcome == RunOutcome.Resolved ? RunSign.Resolved : RunSign.Ended,
            RunEvent.Failed => RunSign.Failed,
            RunEvent.Overdue => RunSign.Overdue,
            RunEvent.Started => RunSign.Started,
            RunEvent.Left => RunSign.Left,
            RunEvent.Arrived => RunSign.Arrived,
            _ => (RunSign?)null,
        }).LastOrDefault(each => each is not null);
        return sign is { } known ? new(entry.Position, entry.At, known, WhyFailed(moved)) : null;
    }
}
