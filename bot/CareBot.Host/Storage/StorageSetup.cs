using CareBot.Host.Storage.Single;

namespace CareBot.Host.Storage;

internal static class StorageSetup
{
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services =>
            new DataFolder(services.GetRequiredService<IConfiguration>()["Data:Path"] ?? "data").Create());
        builder.Services.AddSingleton<DataFolderGuard>();
        builder.Services.AddSingleton<News>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<ConversationStore>();
        builder.Services.AddSingleton<ActivityLog>();
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddSingleton<OutboxStore>();
    }
}
