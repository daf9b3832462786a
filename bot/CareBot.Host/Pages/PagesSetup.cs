namespace CareBot.Host.Pages;

internal static class PagesSetup
{
    public static void AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton<StaffPolicy>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseMiddleware<StaffPolicy>();
        app.UseAntiforgery();

        // The policy says who may frame a page; the framework's own header would say it a second time.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
