using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.DirectLine;

/// <summary>One service for the tests of a class, with a back end's client and a clock that only tests turn.</summary>
public class DirectLineService : IAsyncDisposable
{
    /// <summary>With the settings that every class needs and no others.</summary>
    public DirectLineService()
        : this([])
    {
    }

    /// <summary>With more settings.</summary>
    protected DirectLineService(params (string Key, string? Value)[] settings)
    {
        App = new([DirectLineClient.SecretSetting, .. settings]) { Clock = Clock };
        Client = new(App);
    }

    internal CareBotApp App { get; }

    internal DirectLineClient Client { get; }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
