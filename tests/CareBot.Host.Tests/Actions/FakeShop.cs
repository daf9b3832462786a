using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareBot.Host.Tests.Actions;

/// <summary>Another system on this machine that answers as it is told and remembers what it was asked.</summary>
internal sealed class FakeShop : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeShop(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Asked { get; } = [];

    /// <summary>What the next calls are answered by; 200 and nothing after that.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = [];

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<FakeShop> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = new FakeShop(builder.Build());
        shop.app.Run(shop.AnswerAsync);
        await shop.app.StartAsync();
        return shop;
    }

    public static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Json(string json) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Asked.Enqueue(new(
            context.Request.Method,
            $"{context.Request.Path.ToUriComponent()}{context.Request.QueryString}",
            await reader.ReadToEndAsync(),
            context.Request.Headers["Idempotency-Key"].ToString(),
            context.Request.Headers["X-CareBot-Signature"].ToString()));
        if (Answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else
        {
            await Json("{}")(context);
        }
    }
}

/// <summary>A call as it came.</summary>
internal sealed record Asked(string Method, string Path, string Body, string Key, string Signature);
