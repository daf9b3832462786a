namespace CareBot.Host.Storage;

/// <summary>What became of a file that was to be kept.</summary>
internal abstract record Keeping
{
    private Keeping()
    {
    }

    public sealed record Kept(StoredUpload Upload) : Keeping;

    public sealed record TooLarge : Keeping;

    /// <summary>All files together would take more than they may.</summary>
    public sealed record NoRoom : Keeping;
}

/// <param name="FileMax">The bytes that a file may hold.</param>
/// <param name="TotalMax">The bytes that all files may take.</param>
internal sealed record UploadLimits(long FileMax, long TotalMax);
