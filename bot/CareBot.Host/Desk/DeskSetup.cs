namespace CareBot.Host.Desk;

internal static class DeskSetup
{
    public static void AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CareDesk>();
        builder.Services.AddSingleton<LastWords>();
        builder.Services.AddSingleton<DeskView>();
        builder.Services.AddSingleton<DeskFeed>();
        builder.Services.AddSingleton<DeskAccess>();
    }
}
