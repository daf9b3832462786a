using CareBot.Host.Channels.Connector.Teams;
using CareBot.Host.Channels.Connector.Teams.Agents;
using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

internal static class ConnectorSetup
{
    /// <summary>The time a key server or a token endpoint may take, and the most it may say.</summary>
    private static readonly TimeSpan LoginMax = TimeSpan.FromSeconds(10);
    private const int LoginBytesMax = 1024 * 1024;

    public static void AddConnector(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BotFrameworkOptions>().BindConfiguration("BotFramework").ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, ChannelsAreSound>();
        services.AddSingleton<AnonymousAccess>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<Tenants>();
        services.AddSingleton<KeyRings>();
        services.AddSingleton<ChannelTokens>();
        services.AddSingleton<AppTokens>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<CardActions>();
        services.AddSingleton<HandoffForm>();
        services.AddSingleton<Invokes>();
        services.AddOptions<TeamsOptions>().BindConfiguration("Teams").ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddSingleton<AgentChannel>();
        services.AddSingleton<AgentCards>();
        services.AddSingleton<AgentInbox>();
        services.AddHostedService<AgentFollower>();
        services.AddSingleton<ConnectorActivities>();
        services.AddSingleton<ChangedMessages>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<IChannel, ConnectorChannel>();

        // Where Microsoft's own servers are, says the configuration; where replies go, the caller.
        foreach (var name in new[] { KeyRings.ClientName, AppTokens.ClientName })
        {
            services.AddHttpClient(name, client => (client.Timeout, client.MaxResponseContentBufferSize) = (LoginMax, LoginBytesMax))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        }

        services.AddHttpClient(ConnectorClient.ClientName, client => client.Timeout = ConnectorClient.SendMax)
            .ConfigurePrimaryHttpMessageHandler(provider => PublicOnly.Handler(
                provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.AllowInsecureLoopback
                || provider.GetRequiredService<AnonymousAccess>().IsOn));
    }

    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        const string path = "/api/messages";
        routes.MapPost(path, (HttpContext http, MessagesEndpoint messages, CancellationToken cancellation) =>
            messages.TakeAsync(http, cancellation));
        routes.Map(path, () => TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed));
    }
}
