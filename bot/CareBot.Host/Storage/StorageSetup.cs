using CareBot.Host.Storage.Single;

namespace CareBot.Host.Storage;

internal static class StorageSetup
{
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services =>
            DataFolder.Of(services.GetRequiredService<IConfiguration>()).Create());
        builder.Services.AddSingleton<DataFolderGuard>();
        builder.Services.AddSingleton<News>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<ConversationStore>();
        builder.Services.AddSingleton<ActivityLog>();
        builder.Services.AddSingleton<Journal>();
        builder.Services.AddSingleton<OutboxStore>();
        builder.Services.AddSingleton<ActionStore>();
        builder.Services.AddSingleton<RunWaits>();
        builder.Services.AddSingleton<AgentThreads>();
        builder.Services.AddSingleton<Uploads>();
    }
}
