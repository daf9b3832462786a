using CareBot.Host.Settings;

namespace CareBot.Host.Storage;

/// <summary>Holds the data folder for this process until it ends.</summary>
internal sealed class DataFolderGuard(DataFolder folder) : IDisposable
{
    private IDisposable? held;

    /// <exception cref="StartRefusedException">Another process holds it.</exception>
    public void Hold() => held = folder.TryLock() ?? throw new StartRefusedException(
        $"The data folder {folder.Path} is in use by another carebot: stop that one, or give this one a folder of its own with --data DIR.");

    public void Dispose() => held?.Dispose();
}
