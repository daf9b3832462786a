using CareBot.Host.Storage;

namespace CareBot.Host.Metrics;

internal static class MetricsSetup
{
    public static void AddMetrics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => MetricsStore.OnDisk(
            services.GetRequiredService<DataFolder>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<MetricsStore>>()));
        builder.Services.AddSingleton<Projection>();
        builder.Services.AddSingleton<MetricsReports>();
        builder.Services.AddHostedService<MetricsProjector>();
    }
}
