using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Turns;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Actions;

/// <summary>Times that procedures wait for, across the ends of the service.</summary>
public class TimersTests
{
    private const string Later = """
        procedure: later
        title: { it: Più tardi, en: Later }
        version: 1
        start: { it: [richiama tardi], en: [call later] }
        steps:
          - id: pause
            wait: 10m!
          - id: back
            say: { it: "Eccomi.", en: "Here I am." }
          - id: pause_again
            wait: 10m!
          - id: over
            end: resolved
        """;

    [Fact]
    public async Task Time_that_is_over_while_the_service_is_down_has_its_effect_once_when_it_is_back()
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        library.Write("procedures/later.yaml", Later);
        var folder = Directory.CreateTempSubdirectory("timers-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
        try
        {
            await using (var first = Start())
            {
                await first.SayAsync("c1", null, "richiama tardi");
            }

            clock.Advance(TimeSpan.FromMinutes(11));
            await using (var second = Start())
            {
                await second.Channel.SentAsync(new("c1"), reply => reply.Text == "Eccomi.");
            }

            await using var third = Start();
            await third.SayAsync("c1", null, "grazie");
            Assert.Single(third.Get<Journal>().Read(new("c1"), 100), entry => entry.Event is CareEvent.BotSaid { Text: "Eccomi." });
            Assert.Equal("pause_again", Assert.Single(third.Get<ConversationStore>().Find(new("c1"))!.Conversation.Runs).Here.At);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        CareBotApp Start()
        {
            var app = new CareBotApp(("Library:Path", library.Path)) { KeptFolder = folder, Clock = clock };
            _ = app.Services;
            return app;
        }
    }
}
