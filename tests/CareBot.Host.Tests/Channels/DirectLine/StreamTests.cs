using System.Net.WebSockets;
using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.DirectLine;

public sealed class StreamTests(DirectLineService service) : IClassFixture<DirectLineService>
{
    private readonly CareBotApp app = service.App;
    private readonly DirectLineClient client = service.Client;
    private readonly FakeTimeProvider clock = service.Clock;

    [Fact]
    public async Task WS_2_Frame_is_a_set_of_activities_with_a_watermark_and_nothing_else()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);

        var set = JsonElement.Parse((await frames.NextAsync())!);

        Assert.Equal(["activities", "watermark"], set.EnumerateObject().Select(property => property.Name));
        Assert.Equal("1", set.Text("watermark"));
    }

    [Fact]
    public async Task WS_3_Stream_shows_what_was_before_it_and_what_comes_each_once_and_in_the_order_of_history()
    {
        const int messages = 20;
        var talk = await client.StartAsync();
        var saying = Task.Run(async () =>
        {
            for (var number = 0; number < messages; number++)
            {
                await talk.PostAsync(new { type = "event", name = $"{number}" });
            }
        });
        using var frames = await client.ListenAsync(talk.StreamUrl);

        var shown = await frames.ActivitiesAsync(messages + 1);
        await saying;

        Assert.Equal(
            (await talk.HistoryAsync()).Select(activity => activity.Text("id")), shown.Select(activity => activity.Text("id")));
    }

    [Fact]
    public async Task WS_4_Empty_frames_of_the_client_are_ignored_and_WS_9_a_stream_outlives_its_ticket()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);
        for (var time = 0; time < 3; time++)
        {
            await frames.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromMinutes(5));
        await talk.SayAsync("ciao");

        Assert.Equal("ciao", (await frames.ActivitiesAsync(1))[0].Text("text"));
    }

    [Fact]
    public async Task WS_4_Client_that_sends_too_much_is_cut_off()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);

        await frames.Socket.SendAsync(new byte[8 * 1024], WebSocketMessageType.Text, true, CancellationToken.None);

        Assert.Null(await frames.NextAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, frames.Socket.CloseStatus);
    }

    [Fact]
    public async Task WS_5_Idle_stream_is_sent_an_empty_frame_every_fifteen_seconds()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);

        for (var time = 0; time < 2; time++)
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            Assert.Equal("", await frames.NextAsync());
        }
    }

    [Fact]
    public async Task WS_6_Client_that_comes_back_gets_exactly_the_rest()
    {
        var talk = await client.StartAsync();
        using (var first = await client.ListenAsync(talk.StreamUrl))
        {
            await first.ActivitiesAsync(1);
        }

        await talk.PostAsync(new { type = "event", name = "missed" });
        var back = await client.GetAsync($"{talk.Path}?watermark=1", talk.Token);
        using var frames = await client.ListenAsync(back["streamUrl"]);

        Assert.Equal("missed", Assert.Single(await frames.ActivitiesAsync(1)).Text("name"));
    }

    [Fact]
    public async Task WS_7_Every_stream_of_a_conversation_gets_everything()
    {
        var talk = await client.StartAsync();
        using var one = await client.ListenAsync(talk.StreamUrl);
        using var two = await client.ListenAsync(talk.StreamUrl);

        await talk.PostAsync(new { type = "event", name = "for both" });

        Assert.Equal("for both", (await one.ActivitiesAsync(2))[1].Text("name"));
        Assert.Equal("for both", (await two.ActivitiesAsync(2))[1].Text("name"));
    }

    [Fact]
    public async Task WS_8_Missing_wrong_or_foreign_ticket_is_refused_before_the_stream_opens()
    {
        var (mine, other) = (await client.StartAsync(), await client.StartAsync("dl_ivan"));
        var path = mine.StreamUrl.Split('?')[0];

        Assert.Equal(401, (await client.OpenAsync(path)).Refused);
        Assert.Equal(403, (await client.OpenAsync($"{path}?t=zzz")).Refused);
        Assert.Equal(403, (await client.OpenAsync($"{path}?{other.StreamUrl.Split('?')[1]}")).Refused);
    }

    [Fact]
    public async Task WS_8_Page_of_a_foreign_origin_opens_no_stream()
    {
        var talk = await client.StartAsync(origins: ["https://shop.example"]);

        Assert.Equal(403, (await client.OpenAsync(talk.StreamUrl, "https://evil.example")).Refused);
        using var trusted = (await client.OpenAsync(talk.StreamUrl, "https://shop.example")).Frames;
        Assert.NotNull(trusted);
    }

    [Fact]
    public async Task WS_9_Ticket_older_than_a_minute_is_refused()
    {
        var talk = await client.StartAsync();
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(403, (await client.OpenAsync(talk.StreamUrl)).Refused);
    }

    [Fact]
    public async Task WS_10_Typing_sign_passes_without_a_watermark()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);

        await talk.PostAsync(new { type = "typing" });

        var set = JsonElement.Parse((await frames.NextAsync())!);
        Assert.Equal("typing", set.GetProperty("activities")[0].Text("type"));
        Assert.False(set.TryGetProperty("watermark", out _));
    }

    [Fact]
    public async Task WS_11_Service_that_stops_says_so()
    {
        await using var stopping = new DirectLineService();
        var talk = await stopping.Client.StartAsync();
        using var frames = await stopping.Client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);

        stopping.App.Get<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await frames.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, frames.Socket.CloseStatus);
    }

    [Fact]
    public async Task WS_11_Client_that_takes_nothing_any_more_is_cut_off_after_ten_seconds()
    {
        var talk = await client.StartAsync();
        using var stuck = new StuckSocket();
        var session = app.Get<StreamSession>().RunAsync(stuck, new(talk.Id), 0);
        await stuck.Sending;

        clock.Advance(TimeSpan.FromSeconds(11));
        await session.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(WebSocketState.Aborted, stuck.State);
    }

    [Fact]
    public async Task Client_that_leaves_is_answered_and_forgotten()
    {
        var talk = await client.StartAsync();
        using var frames = await client.ListenAsync(talk.StreamUrl);
        await frames.ActivitiesAsync(1);

        await frames.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(WebSocketState.Closed, frames.Socket.State);
    }

    /// <summary>A socket whose other side reads nothing and says nothing.</summary>
    private sealed class StuckSocket : WebSocket
    {
        private readonly TaskCompletionSource sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<WebSocketReceiveResult> receiving = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebSocketState state = WebSocketState.Open;

        public Task Sending => sending.Task;

        public override WebSocketState State => state;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override string? SubProtocol => null;

        public override void Abort()
        {
            state = WebSocketState.Aborted;
            receiving.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        }

        public override Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            sending.TrySetResult();
            return new TaskCompletionSource().Task;
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            receiving.Task;

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public override void Dispose()
        {
        }
    }
}
