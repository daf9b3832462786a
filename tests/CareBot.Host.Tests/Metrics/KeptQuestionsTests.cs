using System.Text;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Metrics;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;
using CareBot.Turns;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareBot.Host.Tests.Metrics;

public class KeptQuestionsTests
{
    private static readonly QuestionRecord Bare = new()
    {
        Contact = new("thread_#1"),
        Number = 1,
        At = CareOnDisk.Morning,
        Channel = " direct line ",
        Language = Language.English,
        Text = " where is my order [code]? ",
    };

    [Fact]
    public void Question_comes_back_from_its_document_as_it_was() => Assert.All(
        Enum.GetValues<QuestionOutcome>()
            .Select(outcome => Bare with { Outcome = outcome, Shown = [new("a"), new("b")], Offered = [new("c")], Confidence = 0.87654321, AgentsAnswer = new("d"), Message = "m" })
            .Append(Bare),
        question =>
        {
            var bytes = BsonSerializer.Serialize(QuestionDocument.Of(question));

            Assert.Equal(Line(question), Line(QuestionDocument.Read(BsonSerializer.Deserialize(bytes, utcDate: true))));
        });

    [Fact]
    public async Task Questions_are_the_fold_of_every_turn_wherever_a_batch_ends()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(40);
        using var whole = MetricsStore.InMemory(NullLogger.Instance);
        await new Projection(care.Journal, whole).CatchUpAsync(CancellationToken.None);
        var expected = await LinesAsync(whole);
        Assert.NotEmpty(expected);

        foreach (var size in (int[])[1, 2, 3, 7])
        {
            using var store = MetricsStore.InMemory(NullLogger.Instance);
            var position = 0L;
            while (care.Journal.ReadAfter(position, size) is [_, ..] batch)
            {
                position = await store.FoldAsync(position, batch, CancellationToken.None);
            }

            Assert.Equal(expected, await LinesAsync(store));
        }
    }

    [Fact]
    public async Task Rebuild_gives_the_same_questions_again()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(20);
        List<string> before;
        using (var store = care.OpenStore())
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
            before = await LinesAsync(store);
        }

        Assert.IsType<Rebuild.Done>(
            await MetricsRebuild.RunAsync(care.Folder, TimeProvider.System, NullLogger.Instance, CancellationToken.None));

        using var rebuilt = care.OpenStore();
        Assert.Equal(before, await LinesAsync(rebuilt));
    }

    [Fact]
    public async Task Article_with_which_an_agent_answered_is_kept_with_the_question_and_after_a_rebuild_to_the_byte()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "il mio flurb è grommo", CareOnDisk.Returns);
        await care.SayAsync("thread", "no");
        await care.SayAsync("thread", "sì");
        var ada = new Agent(new("ada"), "Ada");
        await care.TakeAsync("thread", new Input.AgentClaimed(ada));
        await care.TakeAsync("thread", new Input.AgentSaid(ada, "Buongiorno! Il flurb si cambia in negozio.", new(new("flurb-care"), "Il flurb si cambia in negozio.")));
        await care.TakeAsync("thread", new Input.AgentClosed(ada));
        byte[] before;
        using (var store = care.OpenStore())
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
            var question = Assert.Single(await store.QuestionsAsync(null, null, CancellationToken.None));
            Assert.Equal((QuestionOutcome.DidNotHelp, new ArticleId("flurb-care")), (question.Outcome!.Value, question.AgentsAnswer!.Value));
            Assert.Equal([CareOnDisk.Returns.Article], question.Shown);
            Assert.False(Assert.Single(await store.ContactsAsync(null, null, CancellationToken.None)).Helpful);
            before = BsonSerializer.Serialize(QuestionDocument.Of(question));
        }

        Assert.IsType<Rebuild.Done>(
            await MetricsRebuild.RunAsync(care.Folder, TimeProvider.System, NullLogger.Instance, CancellationToken.None));

        using var rebuilt = care.OpenStore();
        Assert.Equal(before, BsonSerializer.Serialize(QuestionDocument.Of(Assert.Single(await rebuilt.QuestionsAsync(null, null, CancellationToken.None)))));
    }

    [Fact]
    public async Task File_of_the_version_before_is_made_anew_with_the_questions()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "il mio flurb è grommo");
        using (var store = care.OpenStore())
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        }

        using (var database = new LiteDatabase(new ConnectionString { Filename = care.Folder.Metrics, Collation = Collation.Binary }))
        {
            database.DropCollection("questions");
            var state = database.GetCollection("state").FindById("journal");
            state["version"] = MetricsFile.Version - 1;
            database.GetCollection("state").Update(state);
        }

        using var reopened = care.OpenStore();
        await new Projection(care.Journal, reopened).CatchUpAsync(CancellationToken.None);
        Assert.Single(await LinesAsync(reopened));
    }

    [Fact]
    public async Task Nothing_that_points_at_a_customer_is_in_the_metrics_file()
    {
        using var care = new CareOnDisk();
        string[] secrets =
        [
            "Gianmaria", "Zanetti", "mario.rossi@example.com", "3331234567", "IT60X0542811101000000123456", "4539148803436467",
            "RSSMRA85T10A562S", "48213", "Garibaldi",
        ];
        var words = $"mi chiamo {secrets[0]} {secrets[1]}, {secrets[2]}, tel. {secrets[3]}, {secrets[4]}, {secrets[5]}, {secrets[6]}, "
            + $"ordine {secrets[7]}, via {secrets[8]} 12: dov'è il pacco";

        using (var store = care.OpenStore())
        {
            var projection = new Projection(care.Journal, store);
            foreach (var found in (Passage?[])[null, CareOnDisk.Returns])
            {
                await care.SayAsync("thread", words, found);
                await projection.CatchUpAsync(CancellationToken.None);
                await care.SayAsync("thread", $"no, sono {secrets[0]}", found);
                await projection.CatchUpAsync(CancellationToken.None);
                await care.SayAsync("thread", "vorrei parlare con un operatore " + words, found);
                await projection.CatchUpAsync(CancellationToken.None);
            }

            var kept = await store.QuestionsAsync(null, null, CancellationToken.None);
            Assert.Contains(kept, question => question.Text.Contains("dov'è il pacco", StringComparison.Ordinal));
            AssertFree(secrets, Directory.EnumerateFiles(care.Folder.Path, "metrics*"));
        }

        AssertFree(secrets, Directory.EnumerateFiles(care.Folder.Path, "metrics*"));
        AssertHolds("dov'è il pacco", care.Folder.Metrics);
    }

    [Fact]
    public async Task Name_that_the_channel_gives_is_masked_although_nothing_announces_it()
    {
        using var care = new CareOnDisk();
        await new ConversationStore(care.Database, care.News).OpenAsync(
            new Conversation
            {
                Id = new("thread"),
                Channel = "msteams",
                StartedAt = CareOnDisk.Morning,
                Language = Language.Italian,
                Customer = "Ngozi Adeyemi",
            },
            null,
            CancellationToken.None);
        await care.SayAsync("thread", "il flurb di ngozi adeyemi è grommo");
        using var store = care.OpenStore();

        await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);

        var question = Assert.Single(await store.QuestionsAsync(null, null, CancellationToken.None));
        Assert.Equal("il flurb di [name] è grommo", question.Text);
    }

    private static void AssertFree(string[] secrets, IEnumerable<string> files) => Assert.All(
        files, file => Assert.All(secrets, secret => Assert.False(Holds(secret, file), $"{secret} is in {file}")));

    private static void AssertHolds(string text, string file) => Assert.True(Holds(text, file));

    private static bool Holds(string text, string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static async Task<List<string>> LinesAsync(MetricsStore store) =>
        [.. (await store.QuestionsAsync(null, null, CancellationToken.None)).Select(Line)];

    private static string Line(QuestionRecord question) =>
        $"{question with { Shown = [], Offered = [] }} {string.Join(',', question.Shown)} {string.Join(',', question.Offered)}";
}
