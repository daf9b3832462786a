using System.Threading.Channels;
using CareBot.Host.Storage;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>The open streams of each conversation, and waking them when it has news.</summary>
internal sealed class Streams : IDisposable
{
    /// <summary>What waits for a stream; beyond it typing signs are lost, and nothing else can be: activities are read from the log.</summary>
    private const int NoticesMax = 8;

    /// <summary>The frames that are kept of a conversation until it has news: streams that are further behind make their own.</summary>
    private const int FramesMax = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationId, Audience> open = [];
    private readonly IDisposable subscription;

    public Streams(News news) => subscription = news.Subscribe(conversation => Show(conversation, null));

    /// <summary>Begins to listen, before the log is read: what is saved from now on leaves a notice.</summary>
    public Channel<ReadOnlyMemory<byte>?> Open(ConversationId conversation)
    {
        var notices = Channel.CreateBounded<ReadOnlyMemory<byte>?>(
            new BoundedChannelOptions(NoticesMax) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        lock (gate)
        {
            var audience = open.GetValueOrDefault(conversation) ?? (open[conversation] = new());
            audience.Listening = [.. audience.Listening, notices];
        }

        return notices;
    }

    public void Close(ConversationId conversation, Channel<ReadOnlyMemory<byte>?> notices)
    {
        lock (gate)
        {
            var audience = open[conversation];
            audience.Listening = [.. audience.Listening.Where(other => other != notices)];
            if (audience.Listening is [])
            {
                open.Remove(conversation);
            }
        }
    }

    /// <summary>What a stream that has got so far is sent next: read and written once for all that have got so far.</summary>
    /// <param name="conversation">Whose stream.</param>
    /// <param name="after">The number of the last activity that it has sent.</param>
    /// <param name="make">Reads the log; null when there is nothing new in it.</param>
    public StreamFrame? Next(ConversationId conversation, long after, Func<StreamFrame?> make)
    {
        Audience? audience;
        int version;
        lock (gate)
        {
            audience = open.GetValueOrDefault(conversation);
            version = audience?.Version ?? 0;
            if (audience?.Frames.TryGetValue(after, out var made) == true)
            {
                return made;
            }
        }

        var frame = make();
        lock (gate)
        {
            // News that came meanwhile may not be in it; whoever asks next reads them.
            if (audience is not null && audience.Version == version && audience.Frames.Count < FramesMax)
            {
                audience.Frames[after] = frame;
            }
        }

        return frame;
    }

    /// <summary>Sends a frame on the open streams of a conversation; null only says that there is news in the log.</summary>
    public void Show(ConversationId conversation, ReadOnlyMemory<byte>? frame)
    {
        Channel<ReadOnlyMemory<byte>?>[] listening;
        lock (gate)
        {
            if (open.GetValueOrDefault(conversation) is not { } audience)
            {
                return;
            }

            if (frame is null)
            {
                audience.Version++;
                audience.Frames.Clear();
            }

            // An array is never changed once it is here.
            listening = audience.Listening;
        }

        foreach (var notices in listening)
        {
            notices.Writer.TryWrite(frame);
        }
    }

    public void Dispose() => subscription.Dispose();

    /// <summary>The streams of one conversation.</summary>
    private sealed class Audience
    {
        public Channel<ReadOnlyMemory<byte>?>[] Listening { get; set; } = [];

        /// <summary>What has been read since the last news, by where it begins.</summary>
        public Dictionary<long, StreamFrame?> Frames { get; } = [];

        /// <summary>How often there has been news.</summary>
        public int Version { get; set; }
    }
}

/// <summary>Activities as a stream sends them.</summary>
/// <param name="Bytes">The frame.</param>
/// <param name="Through">The number of the last activity in it.</param>
internal sealed record StreamFrame(ReadOnlyMemory<byte> Bytes, long Through);
