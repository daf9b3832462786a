namespace CareBot.Host.Channels.Protocol;

/// <summary>A file of a message, and where it is.</summary>
public sealed record Attachment
{
    public required string ContentType { get; init; }

    public required string ContentUrl { get; init; }

    public required string Name { get; init; }

    /// <summary>What to show in its place; null for what is no picture.</summary>
    public string? ThumbnailUrl { get; init; }
}
