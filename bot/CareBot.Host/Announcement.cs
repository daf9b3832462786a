using System.Reflection;
using CareBot.Host.Storage;
using CareBot.Knowledge.Search;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CareBot.Host;

/// <summary>Says on standard output where the service is, once it answers.</summary>
internal static class Announcement
{
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is not { Count: > 0 })
        {
            // A server in memory, as tests use it, has no address to be found at.
            return;
        }

        var url = addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
        var library = app.Services.GetRequiredService<LiveIndex>().Current.Library;
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        Console.Out.WriteLine(
            $"""

              CareBot {version} is ready.
              Chat     {url}/
              Desk     {(app.Environment.IsDevelopment() ? $"{url}/desk" : "off: it is open in Development only, until sign-in comes")}
              Library  {library.Folder} ({library.Articles.Count} articles, {library.Problems.Count} problems)
              Data     {app.Services.GetRequiredService<DataFolder>().Path}

            """);
    });
}
