using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>A connector on this machine: takes what the bot sends, and fails as it is told to.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<int> failures = [];
    private readonly BlockingCollection<SentActivity> sent = [];

    private FakeConnector(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.TakeAsync);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The next calls get these statuses instead of being taken.</summary>
    public void FailWith(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            failures.Enqueue(status);
        }
    }

    /// <summary>The next activity that was taken.</summary>
    public SentActivity Next() =>
        sent.TryTake(out var activity, TimeSpan.FromSeconds(20)) ? activity : throw new InvalidOperationException("Nothing was sent.");

    public bool IsQuietFor(TimeSpan time) => !sent.TryTake(out _, time);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        sent.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (failures.TryDequeue(out var status))
        {
            http.Response.StatusCode = status;
            return;
        }

        var body = await http.Request.ReadFromJsonAsync<JsonElement>();
        sent.Add(new(http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget, body));
        await http.Response.WriteAsJsonAsync(new { id = "1" });
    }
}

/// <summary>What the bot sent: the path as it was on the wire, and the activity.</summary>
internal sealed record SentActivity(string Path, JsonElement Activity)
{
    public string Text => Activity.GetProperty("text").GetString()!;
}
