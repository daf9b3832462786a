using CareBot.Host.Storage;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Search;

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
            services.GetRequiredService<DataFolder>().Procedures));
        builder.Services.AddHostedService<LibraryWatch>();
        builder.Services.AddHostedService<SearchLearning>();
    }
}
