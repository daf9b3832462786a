using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Widget;

internal static class WidgetSetup
{
    public static void AddWidget(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChatOptions>().BindConfiguration("Chat").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>();
        builder.Services.AddSingleton<AssetUrls>();
        builder.Services.AddSingleton<ChatPage>();
        builder.Services.AddSingleton<EmbedScript>();
        builder.Services.AddSingleton<ChatTokens>();
    }

    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        // Monitors of uptime ask for the head alone.
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string? lang, string? embed, ChatPage page) =>
            page.Show(http, lang, embed));
        routes.MapMethods("/embed.js", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, EmbedScript script) => script.Give(http));
        routes.MapPost("/chat/token", (HttpContext http, ChatTokens tokens, CancellationToken cancellation) =>
            tokens.GiveAsync(http, cancellation));
    }
}
