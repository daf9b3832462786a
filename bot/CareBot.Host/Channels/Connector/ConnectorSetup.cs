using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

internal static class ConnectorSetup
{
    public static void AddConnector(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<BotFrameworkOptions>().BindConfiguration("BotFramework").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<BotFrameworkOptions>, ServiceUrlsAreSound>();
        builder.Services.AddSingleton<AnonymousAccess>();
        builder.Services.AddSingleton<ServiceUrls>();
        builder.Services.AddSingleton<MessagesEndpoint>();
        builder.Services.AddSingleton<IChannel, ConnectorChannel>();

        // A redirect would carry the conversation to where no list was asked.
        builder.Services.AddHttpClient(ConnectorChannel.ClientName, client => client.Timeout = ConnectorChannel.SendMax)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        const string path = "/api/messages";
        routes.MapPost(path, (HttpContext http, MessagesEndpoint messages, CancellationToken cancellation) =>
            messages.TakeAsync(http, cancellation));
        routes.Map(path, () => TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed));
    }
}
