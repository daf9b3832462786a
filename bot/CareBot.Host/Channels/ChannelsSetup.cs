using CareBot.Host.Channels.Connector;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Widget;

namespace CareBot.Host.Channels;

internal static class ChannelsSetup
{
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<HandoffActivities>();
        builder.AddDirectLine();
        builder.AddConnector();
        builder.AddWidget();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapConnector();
        app.MapWidget();
    }

    /// <exception cref="Settings.StartRefusedException">A setting would open a channel to anybody, or names no address that works.</exception>
    public static void CheckChannels(this WebApplication app)
    {
        app.Services.GetRequiredService<AnonymousAccess>().Check();
        PublicAddress.Configured(app.Configuration);
    }
}
