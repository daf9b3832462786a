using CareBot.Host.Desk;
using CareBot.Host.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Desk;

public sealed class DeskFeedTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly News news = new();
    private readonly DeskFeed feed;

    public DeskFeedTests() => feed = new(news, clock);

    [Fact]
    public async Task Burst_of_news_costs_a_page_two_refreshes()
    {
        var refreshes = new List<IReadOnlySet<ConversationId>>();
        using var page = feed.Subscribe(changed =>
        {
            lock (refreshes)
            {
                refreshes.Add(changed);
            }

            return Task.CompletedTask;
        });

        news.Publish(new("first"));
        await Until(() => refreshes.Count == 1);
        for (var n = 0; n < 1_000; n++)
        {
            news.Publish(new($"c{n % 7}"));
        }

        Assert.Single(refreshes);
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            return refreshes.Count == 2;
        });
        Assert.Equal(7, refreshes[1].Count);
    }

    [Fact]
    public async Task Page_looks_again_when_only_time_has_passed()
    {
        var refreshed = new TaskCompletionSource<IReadOnlySet<ConversationId>>();
        using var page = feed.Subscribe(changed =>
        {
            refreshed.TrySetResult(changed);
            return Task.CompletedTask;
        });

        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Empty(await refreshed.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Page_that_has_gone_is_told_nothing()
    {
        var refreshes = 0;
        feed.Subscribe(_ =>
        {
            refreshes++;
            return Task.CompletedTask;
        }).Dispose();
        var told = new TaskCompletionSource();
        using var other = feed.Subscribe(_ =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });

        news.Publish(new("c1"));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, refreshes);
    }

    public void Dispose() => feed.Dispose();

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
