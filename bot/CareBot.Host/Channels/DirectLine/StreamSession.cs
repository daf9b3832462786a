using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using CareBot.Host.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>One open stream. It remembers the last activity it sent and reads on from there in the log whenever it is woken.</summary>
/// <remarks>Replay and live are the same reading, so that nothing falls between them and nothing comes twice.</remarks>
internal sealed class StreamSession(
    Streams streams, Transcript transcript, IHostApplicationLifetime lifetime, IOptions<DirectLineOptions> options, TimeProvider clock,
    ILogger<StreamSession> logger)
{
    /// <summary>How long a client may take for one frame. One that takes longer is cut off: it loses nothing when it comes back.</summary>
    private static readonly TimeSpan SendMax = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan CloseMax = TimeSpan.FromSeconds(2);

    /// <summary>Clients send empty frames; more than this in one frame is no client of ours.</summary>
    private const int FrameBytesMax = 1024;

    /// <summary>What is read at once. Every idle stream holds that much.</summary>
    private const int PartBytes = 64;

    /// <summary>Runs until the client leaves or the service stops.</summary>
    public async Task RunAsync(WebSocket socket, ConversationId conversation, long after)
    {
        var notices = streams.Open(conversation);
        Log.StreamOpened(logger, conversation, after);
        var listening = ListenAsync(socket, notices.Writer);
        var every = TimeSpan.FromSeconds(options.Value.KeepAliveSeconds);
        using (clock.CreateTimer(_ => notices.Writer.TryWrite(ReadOnlyMemory<byte>.Empty), null, every, every))
        {
            try
            {
                await TellAsync(socket, conversation, after, notices.Reader);
                await CloseAsync(socket, listening);
            }
            catch (TimeoutException)
            {
                Log.StreamTooSlow(logger, conversation);
            }
            catch (WebSocketException)
            {
                // The connection is gone; the client comes back with its watermark.
            }
            finally
            {
                streams.Close(conversation, notices);
                socket.Abort();
                await listening;
            }
        }
    }

    private async Task TellAsync(
        WebSocket socket, ConversationId conversation, long after, ChannelReader<ReadOnlyMemory<byte>?> notices)
    {
        var sent = await SendNewsAsync(socket, conversation, after);
        while (await IsWokenAsync(notices))
        {
            while (notices.TryRead(out var frame))
            {
                sent = await SendNewsAsync(socket, conversation, sent);
                if (frame is { } bytes)
                {
                    await SendAsync(socket, bytes);
                }
            }
        }
    }

    private async Task<bool> IsWokenAsync(ChannelReader<ReadOnlyMemory<byte>?> notices)
    {
        try
        {
            return await notices.WaitToReadAsync(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>The number of the last activity sent.</returns>
    private async Task<long> SendNewsAsync(WebSocket socket, ConversationId conversation, long sent)
    {
        while (streams.Next(conversation, sent, () => Read(conversation, sent)) is { } frame)
        {
            await SendAsync(socket, frame.Bytes);
            sent = frame.Through;
        }

        return sent;
    }

    private StreamFrame? Read(ConversationId conversation, long after)
    {
        var news = transcript.ReadAfter(conversation, after);
        return news.Activities.Count == 0
            ? null
            : new(JsonSerializer.SerializeToUtf8Bytes(news, WireJson.Wire.ActivitySet), after + news.Activities.Count);
    }

    private async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame)
    {
        var sending = socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully)
        {
            await sending.AsTask().WaitAsync(SendMax, clock);
        }
    }

    /// <summary>Reads and ignores what the client sends, until it leaves. A session that stops listening would never see it go.</summary>
    private static async Task ListenAsync(WebSocket socket, ChannelWriter<ReadOnlyMemory<byte>?> notices)
    {
        var buffer = new byte[PartBytes];
        var length = 0;
        try
        {
            while (length <= FrameBytesMax
                && await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is
                { MessageType: not WebSocketMessageType.Close } part)
            {
                length = part.EndOfMessage ? 0 : length + part.Count;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The connection is gone, or was cut off from here: as good as a farewell.
        }
        finally
        {
            notices.TryComplete();
        }
    }

    /// <summary>Says that the service goes away, or answers the client's farewell.</summary>
    private async Task CloseAsync(WebSocket socket, Task listening)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            var why = lifetime.ApplicationStopping.IsCancellationRequested
                ? WebSocketCloseStatus.EndpointUnavailable
                : socket.State == WebSocketState.CloseReceived ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.MessageTooBig;
            await socket.CloseOutputAsync(why, null, CancellationToken.None).WaitAsync(CloseMax, clock);
            await listening.WaitAsync(CloseMax, clock);
        }
    }
}
