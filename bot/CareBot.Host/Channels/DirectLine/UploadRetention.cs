using CareBot.Host.Storage;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Deletes the files whose time is over, those included whose time ended while the service was down.</summary>
internal sealed class UploadRetention(
    Uploads uploads, IOptions<DirectLineOptions> options, TimeProvider clock, ILogger<UploadRetention> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            DeleteOld();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void DeleteOld()
    {
        foreach (var folder in uploads.FoldersBefore(clock.GetUtcNow() - TimeSpan.FromHours(options.Value.UploadRetentionHours)).ToList())
        {
            try
            {
                uploads.DeleteFolder(folder);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody is reading it, or may not be disturbed: the next round tries again, and the log says so each time.
                Log.UploadStays(logger, failure, Path.GetFileName(folder));
            }
        }
    }
}
