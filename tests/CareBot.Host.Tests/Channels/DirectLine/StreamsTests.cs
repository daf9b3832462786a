using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Storage;

namespace CareBot.Host.Tests.Channels.DirectLine;

/// <summary>Thousands of streams of one conversation: what they are sent is made once, and never old.</summary>
public sealed class StreamsTests : IDisposable
{
    private static readonly ConversationId Conversation = new("c1");

    private readonly News news = new();
    private readonly Streams streams;
    private int made;

    public StreamsTests() => streams = new(news);

    public void Dispose() => streams.Dispose();

    [Fact]
    public void Frame_is_made_once_for_all_that_have_got_so_far()
    {
        streams.Open(Conversation);

        var frames = Enumerable.Range(0, 100).Select(_ => Next(after: 3)).ToList();

        Assert.Equal(1, made);
        Assert.All(frames, frame => Assert.Same(frames[0], frame));
    }

    [Fact]
    public void News_make_it_be_read_anew()
    {
        streams.Open(Conversation);
        Next(after: 3);

        news.Publish(Conversation);

        Next(after: 3);
        Assert.Equal(2, made);
    }

    [Fact]
    public void What_was_read_before_the_news_came_is_not_kept()
    {
        streams.Open(Conversation);
        streams.Next(Conversation, 3, () =>
        {
            news.Publish(Conversation);
            return null;
        });

        Assert.NotNull(Next(after: 3));
    }

    [Fact]
    public void Typing_sign_is_no_news()
    {
        streams.Open(Conversation);
        Next(after: 3);

        streams.Show(Conversation, "x"u8.ToArray());

        Next(after: 3);
        Assert.Equal(1, made);
    }

    [Fact]
    public void Streams_that_are_far_behind_are_served_and_not_kept()
    {
        streams.Open(Conversation);
        for (var after = 0; after < 1_000; after++)
        {
            Next(after);
        }

        Next(after: 0);
        Next(after: 999);

        Assert.Equal(1_001, made);
    }

    private StreamFrame? Next(long after) => streams.Next(Conversation, after, () =>
    {
        made++;
        return new(ReadOnlyMemory<byte>.Empty, after + 1);
    });
}
