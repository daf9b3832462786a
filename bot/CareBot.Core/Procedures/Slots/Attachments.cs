namespace CareBot.Procedures.Slots;

/// <summary>Takes the files that came with a message.</summary>
internal static class Attachments
{
    public static SlotReading Read(IReadOnlyList<SentFile> files, bool photosOnly)
    {
        var fitting = photosOnly ? [.. files.Where(IsPhoto)] : files;
        return fitting.Count > 0 ? new SlotReading.Filled(new Value.Sequence([.. fitting.Select(Of)]))
            : files.Count > 0 ? new SlotReading.Invalid(SlotFault.NoPhoto)
            : SlotReading.Nowhere;
    }

    /// <summary>Drawings are pictures, and no photos.</summary>
    private static bool IsPhoto(SentFile file) =>
        file.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        && !file.ContentType.StartsWith("image/svg", StringComparison.OrdinalIgnoreCase);

    private static Value Of(SentFile file) => Value.Fields.Of(
        ("id", new Value.Text(file.Id)), ("name", new Value.Text(file.Name)), ("type", new Value.Text(file.ContentType)));
}
