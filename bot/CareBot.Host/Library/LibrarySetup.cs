using CareBot.Host.Settings;
using CareBot.Host.Storage;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Search;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Library;

internal static class LibrarySetup
{
    public static void AddLibrary(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => LiveIndex.Open(
            new LibraryOptions
            {
                Folder = LibraryLocation.Resolve(services.GetRequiredService<IConfiguration>()["Library:Path"]),
                IndexFolder = services.GetRequiredService<DataFolder>().Index,
                KeptFolder = services.GetRequiredService<DataFolder>().Articles,
            },
            CancellationToken.None));
        builder.Services.AddSingleton(services => LiveProcedures.Open(
            LibraryLocation.Resolve(services.GetRequiredService<IConfiguration>()["Library:Path"]),
            services.GetRequiredService<DataFolder>().Procedures,
            () => services.GetRequiredService<IOptions<CareOptions>>().Value.Policy.Today(services.GetRequiredService<TimeProvider>().GetUtcNow())));
        builder.Services.AddHostedService<LibraryWatch>();
        builder.Services.AddHostedService<SearchLearning>();
    }
}
