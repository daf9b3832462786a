using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Metrics;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;
using CareBot.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Metrics;

/// <summary>A data folder in which real turns are taken, saved and put into the journal.</summary>
internal sealed class CareOnDisk : IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Agent Ada = new(new("ada"), "Ada");
    private readonly ConversationStore conversations;

    public CareOnDisk()
    {
        Folder = new DataFolder(Directory.CreateTempSubdirectory("carebot-metrics-").FullName);
        Database = new Database(Folder);
        Journal = new Journal(Database);
        conversations = new ConversationStore(Database, News);
    }

    public DataFolder Folder { get; }

    public Database Database { get; }

    public Journal Journal { get; }

    public News News { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Morning);

    public MetricsStore OpenStore(ILogger? logger = null) => MetricsStore.OnDisk(Folder, Clock, logger ?? NullLogger.Instance);

    /// <summary>Half a day of care: each conversation in its own way, all of them mixed.</summary>
    public async Task TakeManyTurnsAsync(int conversationCount)
    {
        for (var step = 0; step < 9; step++)
        {
            for (var number = 0; number < conversationCount; number++)
            {
                var id = $"thread-{number}";
                Clock.Advance(TimeSpan.FromMilliseconds(137));
                await ((number % 5) switch
                {
                    0 => TakeHandoffAsync(id, step),
                    1 => TakeAnswerAsync(id, step, helpful: "Sì"),
                    2 => TakeAnswerAsync(id, step, helpful: "No"),
                    3 => TakeMissesAsync(id, step),
                    _ => step < 2 ? SayAsync(id, "e il reso?", Returns) : Task.CompletedTask,
                });
            }

            Clock.Advance(TimeSpan.FromMinutes(20));
        }
    }

    public static Passage Returns { get; } = new()
    {
        Article = new("refund-times"),
        Language = Language.Italian,
        Title = "Tempi di rimborso",
        Text = "Entro 14 giorni.",
        Topic = "returns",
        Confidence = 0.87654321012345,
    };

    public Task SayAsync(string conversation, string text, Passage? found = null) => TakeAsync(
        conversation, new Input.CustomerSaid(text), new Evidence { Passages = found is null ? [] : [found] });

    public async Task TakeAsync(string conversation, Input input, Evidence? evidence = null)
    {
        var id = new ConversationId(conversation);
        var found = conversations.Find(id);
        var before = found?.Conversation ?? new Conversation
        {
            Id = id,
            Channel = conversation.EndsWith('1') ? "msteams" : "directline",
            StartedAt = Clock.GetUtcNow(),
            Language = Language.Italian,
        };
        var decision = Turn.Decide(before, input, evidence ?? Evidence.None, new CarePolicy(), Clock.GetUtcNow());
        var saved = await conversations.TrySaveAsync(
            new TurnRecord
            {
                Version = found?.Version ?? 0,
                Next = decision.Next,
                At = Clock.GetUtcNow(),
                Events = decision.Events,
                Effects = decision.Effects,
            },
            CancellationToken.None);
        Assert.IsType<Saved.Done>(saved);
    }

    /// <summary>The records as pure folding of the whole journal makes them, by contact.</summary>
    public IReadOnlyList<ContactRecord> FoldAll()
    {
        var records = new Dictionary<ContactId, ContactRecord?>();
        foreach (var entry in Journal.ReadAfter(0, int.MaxValue))
        {
            if (ContactFold.ContactOf(entry.Event) is { } id)
            {
                records[id] = ContactFold.Apply(records.GetValueOrDefault(id), entry.Event, entry.Conversation, entry.At);
            }
        }

        return [.. records.Values.OfType<ContactRecord>()];
    }

    public static void AssertSame(IEnumerable<ContactRecord> expected, IEnumerable<ContactRecord> actual) =>
        Assert.Equal(Lines(expected), Lines(actual));

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private static IEnumerable<string> Lines(IEnumerable<ContactRecord> records) => records
        .OrderBy(record => record.Id.Value, StringComparer.Ordinal)
        .Select(record => $"{record with { Articles = [] }} {string.Join(',', record.Articles)}");

    private Task TakeHandoffAsync(string id, int step) => step switch
    {
        0 => SayAsync(id, "vorrei parlare con un operatore"),
        1 => TakeAsync(id, new Input.AgentClaimed(Ada)),
        2 => TakeAsync(id, new Input.AgentSaid(Ada, "Buongiorno")),
        3 => TakeAsync(id, new Input.AgentClosed(Ada)),
        4 => SayAsync(id, "4"),
        _ => Task.CompletedTask,
    };

    private Task TakeAnswerAsync(string id, int step, string helpful) => step switch
    {
        0 or 6 => SayAsync(id, "quando arriva il rimborso?", Returns),
        1 => SayAsync(id, helpful),
        5 or 8 => TakeAsync(id, new Input.DeadlinePassed()),
        _ => Task.CompletedTask,
    };

    private Task TakeMissesAsync(string id, int step) => step switch
    {
        0 or 1 => SayAsync(id, "il mio flurb è grommo"),
        2 => SayAsync(id, "no"),
        7 => TakeAsync(id, new Input.DeadlinePassed()),
        _ => Task.CompletedTask,
    };
}
