namespace CareBot.Host.Actions;

internal static class ActionsSetup
{
    public static void AddActions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(nameof(ActionClient));
        builder.Services.AddSingleton<ActionClient>();
        builder.Services.AddSingleton<RequestFetcher>();
        builder.Services.AddSingleton<EventEndpoint>();
        builder.Services.AddHostedService<ActionCaller>();
        builder.Services.AddHostedService<RunRenewal>();
    }

    public static void MapActions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/events", (HttpContext context, EventEndpoint events) => events.TakeAsync(context));
}
