using CareBot.Desk;
using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Turns;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Actions;

/// <summary>The day from which runs of a procedure that is out of use go on with people, though nobody writes in them.</summary>
public sealed class StopDayTests : IDisposable
{
    private const string Later = """
        procedure: later
        title: { it: Più tardi, en: Later }
        version: 1
        start: { it: [richiama tardi], en: [call later] }
        steps:
          - id: pause
            wait: 90d!
          - id: over
            end: resolved
        """;

    private readonly ParcelLibrary library = new("http://127.0.0.1:9");
    private readonly string folder = Directory.CreateTempSubdirectory("stops-").FullName;

    /// <summary>Noon in Rome, on the day before.</summary>
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));

    public StopDayTests() => library.Write("procedures/later.yaml", Later);

    public void Dispose()
    {
        library.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Day_that_comes_stops_what_is_open_once_also_across_a_restart()
    {
        await using (var first = Start())
        {
            await BeginAsync(first);
            Retire();
            Assert.Empty(first.Get<LiveProcedures>().Refresh());

            clock.Advance(TimeSpan.FromHours(11.5));
            await Task.Delay(TimeSpan.FromSeconds(1));
            Assert.Empty(Of<CareEvent.AlertRaised>(first, "c2"));

            clock.Advance(TimeSpan.FromHours(1));
            await StoppedAsync(first);
        }

        clock.Advance(TimeSpan.FromDays(1));
        await using var second = Start();
        await second.SayAsync("c2", null, "grazie");

        Assert.Single(Of<CareEvent.HandoffInitiated>(second, "c1"));
        Assert.Single(Of<CareEvent.AlertRaised>(second, "c2"));
    }

    [Fact]
    public async Task Day_that_comes_while_the_service_is_down_stops_what_is_open_when_it_is_back()
    {
        await using (var first = Start())
        {
            await BeginAsync(first);

            // Nothing in the second conversation is due from here on until its time has come.
            clock.Advance(TimeSpan.FromHours(2));
            await Waits.UntilAsync(() => Of<CareEvent.ContactEnded>(first, "c2").Any());
        }

        Retire();
        clock.Advance(TimeSpan.FromDays(2));

        await using var second = Start();
        await StoppedAsync(second);
    }

    private static async Task BeginAsync(CareBotApp app)
    {
        await app.SayAsync("c1", null, "trova il pacco");
        await app.SayAsync("c2", null, "richiama tardi");
    }

    /// <summary>One procedure asks its customer, and the other waits for a time.</summary>
    private static async Task StoppedAsync(CareBotApp app)
    {
        await app.Channel.SentAsync(new("c1"), reply => reply.Form == Form.Handoff);
        await Waits.UntilAsync(() => Of<CareEvent.AlertRaised>(app, "c2").Any());

        Assert.IsType<Status.Queued>(In(app, "c1").Status);
        var asked = Assert.Single(In(app, "c1").Runs);
        Assert.Equal(("ask_code", "parcel/stops_on"), (asked.Here.At, Assert.IsType<Waiting.HandedOver>(asked.Waiting).Reason));

        Assert.IsType<Status.WithBot>(In(app, "c2").Status);
        Assert.Equal("pause", Assert.Single(In(app, "c2").Runs).Here.At);
        Assert.Equal(AlertKind.Stopped, Assert.Single(In(app, "c2").Alerts).Kind);
    }

    private static Conversation In(CareBotApp app, string conversation) => app.Get<ConversationStore>().Find(new(conversation))!.Conversation;

    private static IEnumerable<CareEvent> Of<T>(CareBotApp app, string conversation)
        where T : CareEvent => app.Get<Journal>().Read(new(conversation), 100).Select(entry => entry.Event).OfType<T>();

    private void Retire()
    {
        foreach (var (path, text) in new[] { ("procedures/parcel.yaml", library.Procedure), ("procedures/later.yaml", Later) })
        {
            library.Write(path, text.Replace("version: 1", "version: 1\nstatus: retired\nstops_on: 2026-11-25", StringComparison.Ordinal));
        }
    }

    private CareBotApp Start()
    {
        var app = new CareBotApp(("Library:Path", library.Path)) { KeptFolder = folder, Clock = clock };
        _ = app.Services;
        return app;
    }
}
