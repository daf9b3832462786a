using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>What an upload was found to be.</summary>
internal abstract record UploadReading
{
    private UploadReading()
    {
    }

    /// <param name="Activity">The message that the files belong to; null when the client sent none.</param>
    /// <param name="Files">At least one; kept already, in their order.</param>
    public sealed record Read(Activity? Activity, IReadOnlyList<StoredUpload> Files) : UploadReading;

    /// <summary>Nothing of it is kept.</summary>
    public sealed record Refused(WireError Why) : UploadReading;
}
