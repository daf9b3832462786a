using System.Net;
using CareBot.Host.Tests.Actions;
using CareBot.Host.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests;

/// <summary>The whole service in memory, on a data folder of its own, with one channel that only remembers what it was given to send.</summary>
internal sealed class CareBotApp(params (string Key, string? Value)[] settings) : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("carebot-").FullName;

    public RecordingChannel Channel { get; } = new();

    /// <summary>The time as the test turns it; null for the machine's.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>Where requests seem to come from.</summary>
    public IPAddress? Sender { get; init; } = IPAddress.Loopback;

    /// <summary>A folder that outlives this service, for the next one to start on; null for one that goes with it.</summary>
    public string? KeptFolder { get; init; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Path", KeptFolder ?? folder);
        // Watching settings takes watchers of the system, and many services start in one run of the tests.
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        // Hundreds of services on one library would all learn the same, seconds each.
        builder.UseSetting("Library:Learn", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            // Before the connector, which serves whatever channel nobody else does.
            services.Insert(0, ServiceDescriptor.Singleton<IChannel>(Channel));
            services.AddTransient<IStartupFilter>(_ => new ComesFrom(Sender));
            if (Clock is not null)
            {
                services.AddSingleton<TimeProvider>(Clock);
            }
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // The service ends on a thread of its own, a little after it has been told to: only then can the next one have its folder.
        await Waits.UntilAsync(() => IsFree(Path.Combine(KeptFolder ?? folder, "carebot.lock")));
        await DeleteAsync();
    }

    // A file that another has open to itself alone cannot be opened.
    private static bool IsFree(string file)
    {
        try
        {
            using var free = File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A service that is stopped while it starts may still be writing its search index.</summary>
    private async Task DeleteAsync()
    {
        const int triesMax = 20;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < triesMax)
            {
                await Task.Delay(100);
            }
        }
    }

    private sealed class ComesFrom(IPAddress? sender) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = sender;
                return following(context);
            });
            next(app);
        };
    }
}
