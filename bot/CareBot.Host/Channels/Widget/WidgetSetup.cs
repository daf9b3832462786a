using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Widget;

internal static class WidgetSetup
{
    public static void AddWidget(this WebApplicationBuilder builder)
    {
        // Finds the files of wwwroot where they were built, too; a published program has them beside it.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddOptions<ChatOptions>().BindConfiguration("Chat").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>();
        builder.Services.AddSingleton<AssetUrls>();
        builder.Services.AddSingleton<ChatPage>();
        builder.Services.AddSingleton<ChatTokens>();
    }

    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        routes.MapGet("/", (HttpContext http, string? lang, ChatPage page) => page.Show(http, lang));
        routes.MapPost("/chat/token", (HttpContext http, ChatTokens tokens, CancellationToken cancellation) =>
            tokens.GiveAsync(http, cancellation));
    }
}
