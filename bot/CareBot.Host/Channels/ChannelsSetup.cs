using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Widget;

namespace CareBot.Host.Channels;

internal static class ChannelsSetup
{
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicAddress>();
        builder.AddDirectLine();
        builder.AddWidget();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapWidget();
    }
}
