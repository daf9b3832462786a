using System.Threading.Channels;
using CareBot.Host.Storage;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>The open streams of each conversation, and waking them when it has news.</summary>
internal sealed class Streams : IDisposable
{
    /// <summary>What waits for a stream; beyond it typing signs are lost, and nothing else can be: activities are read from the log.</summary>
    private const int NoticesMax = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationId, Channel<ReadOnlyMemory<byte>?>[]> open = [];
    private readonly IDisposable subscription;

    public Streams(News news) => subscription = news.Subscribe(conversation => Show(conversation, null));

    /// <summary>Begins to listen, before the log is read: what is saved from now on leaves a notice.</summary>
    public Channel<ReadOnlyMemory<byte>?> Open(ConversationId conversation)
    {
        var notices = Channel.CreateBounded<ReadOnlyMemory<byte>?>(
            new BoundedChannelOptions(NoticesMax) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        lock (gate)
        {
            open[conversation] = [.. open.GetValueOrDefault(conversation, []), notices];
        }

        return notices;
    }

    public void Close(ConversationId conversation, Channel<ReadOnlyMemory<byte>?> notices)
    {
        lock (gate)
        {
            var left = open[conversation].Where(other => other != notices).ToArray();
            if (left is [])
            {
                open.Remove(conversation);
            }
            else
            {
                open[conversation] = left;
            }
        }
    }

    /// <summary>Sends a frame on the open streams of a conversation; null only says that there is news in the log.</summary>
    public void Show(ConversationId conversation, ReadOnlyMemory<byte>? frame)
    {
        Channel<ReadOnlyMemory<byte>?>[] listening;
        lock (gate)
        {
            // An array is never changed once it is here.
            listening = open.GetValueOrDefault(conversation, []);
        }

        foreach (var notices in listening)
        {
            notices.Writer.TryWrite(frame);
        }
    }

    public void Dispose() => subscription.Dispose();
}
