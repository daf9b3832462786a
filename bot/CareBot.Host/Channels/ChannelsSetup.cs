using CareBot.Host.Channels.DirectLine;

namespace CareBot.Host.Channels;

internal static class ChannelsSetup
{
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicAddress>();
        builder.AddDirectLine();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapDirectLine();
    }
}
