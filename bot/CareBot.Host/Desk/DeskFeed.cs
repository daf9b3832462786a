using System.Threading.Channels;
using CareBot.Host.Storage;

namespace CareBot.Host.Desk;

/// <summary>Tells open pages when to look again.</summary>
/// <remarks>
/// A page that is being refreshed hears of everything that happens meanwhile in one go afterwards, and no page is refreshed
/// more than about ten times a second: a burst costs a page ten readings, not a thousand.
/// </remarks>
internal sealed class DeskFeed : IDisposable
{
    /// <summary>The rest between two refreshes of a page.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How often pages look again although nothing is new, because what they say of times grows old.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);

    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private Page[] pages = [];

    public DeskFeed(News news, TimeProvider clock)
    {
        this.clock = clock;
        subscription = news.Subscribe(conversation => Tell(conversation));
        timer = clock.CreateTimer(_ => Tell(null), null, Tick, Tick);
    }

    /// <summary>Calls <paramref name="refresh"/> with the conversations that have news, none of them when only time has passed.</summary>
    /// <returns>To be disposed when the page goes.</returns>
    public IDisposable Subscribe(Func<IReadOnlySet<ConversationId>, Task> refresh)
    {
        var page = new Page(this, refresh);
        lock (gate)
        {
            pages = [.. pages, page];
        }

        return page;
    }

    public void Dispose()
    {
        subscription.Dispose();
        timer.Dispose();
    }

    private void Tell(ConversationId? conversation)
    {
        // An array is never changed once it is here, so reading it needs no lock.
        foreach (var page in Volatile.Read(ref pages))
        {
            page.Tell(conversation);
        }
    }

    private sealed class Page : IDisposable
    {
        private readonly DeskFeed feed;
        private readonly Func<IReadOnlySet<ConversationId>, Task> refresh;
        private readonly CancellationTokenSource left = new();
        private readonly Channel<bool> told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly Lock gate = new();
        private HashSet<ConversationId> news = [];

        public Page(DeskFeed feed, Func<IReadOnlySet<ConversationId>, Task> refresh)
        {
            this.feed = feed;
            this.refresh = refresh;
            _ = RefreshAsync(left.Token);
        }

        public void Tell(ConversationId? conversation)
        {
            lock (gate)
            {
                if (conversation is { } id)
                {
                    news.Add(id);
                }
            }

            told.Writer.TryWrite(true);
        }

        public void Dispose()
        {
            lock (feed.gate)
            {
                feed.pages = [.. feed.pages.Where(page => page != this)];
            }

            left.Cancel();
            left.Dispose();
        }

        private async Task RefreshAsync(CancellationToken cancellation)
        {
            try
            {
                while (await told.Reader.WaitToReadAsync(cancellation))
                {
                    told.Reader.TryRead(out _);
                    await refresh(Take());
                    await Task.Delay(Pause, feed.clock, cancellation);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // The page has gone: there is nobody left to tell.
            }
        }

        private HashSet<ConversationId> Take()
        {
            lock (gate)
            {
                var taken = news;
                news = [];
                return taken;
            }
        }
    }
}
