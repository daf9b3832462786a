using CareBot.Host.Actions;
using CareBot.Host.Channels;
using CareBot.Host.Desk;
using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Host.Pages;
using CareBot.Host.Settings;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Search;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CareBot.Host;

/// <summary>The service, put together: what is in it, in the order in which it is built.</summary>
internal static class Service
{
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>Serves until the process is told to stop. What an operator must mend first is found before anything starts.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="StartRefusedException">Something else stands in the way; the message says what.</exception>
    public static async Task ServeAsync(string[] settings)
    {
        await using var app = Build(settings);
        CheckSettings(app, settings);
        app.CheckChannels();
        app.Services.GetRequiredService<DataFolderGuard>().Hold();
        await PrepareAsync(app.Services);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What has started already is not to take its end for a failure of its own.
            app.Lifetime.StopApplication();
            throw;
        }

        await app.WaitForShutdownAsync();
    }

    private static void CheckSettings(WebApplication app, string[] settings)
    {
        SettingNames.Check(app.Configuration, settings);
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (InvalidOperationException failure)
        {
            // A value of another kind than its setting: "soon" for a number of minutes.
            throw new StartRefusedException(failure.Message);
        }
    }

    /// <summary>Opens what takes its time side by side; one after the other, as they are asked for, they would take twice as long.</summary>
    private static Task PrepareAsync(IServiceProvider services) => Task.WhenAll(
        Task.Run(services.GetRequiredService<LiveIndex>),
        Task.Run(services.GetRequiredService<LiveProcedures>),
        Task.Run(services.GetRequiredService<MetricsStore>),
        Task.Run(services.GetRequiredService<Database>));

    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read once: watching their files would take one of the few watchers a machine has.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
            // Settings and pages lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddOwn(settings);
        UseDefaultUrl(builder);
        builder.AddLogging();

        // Finds the files of wwwroot where they were built, too; a published program has them beside it.
        builder.WebHost.UseStaticWebAssets();

        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddLibrary();
        builder.AddTurns();
        builder.AddActions();
        builder.AddMetrics();
        builder.AddChannels();
        builder.AddDesk();
        builder.AddPages();

        var app = builder.Build();

        app.UseExceptionHandler();
        app.UseStatusCodePages();

        app.MapStaticAssets();
        app.MapChannels();
        app.MapActions();
        app.MapPages();

        app.AnnounceWhenStarted();
        return app;
    }

    /// <summary>Messages go to standard error: standard output is for data.</summary>
    private static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // Why a start failed is thrown as well, and said once; what fails later is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    private static void UseDefaultUrl(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(builder.Configuration["HTTP_PORTS"])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }
}
