namespace CareBot.Host.Storage;

/// <summary>A file that a customer has sent, as it is kept.</summary>
internal sealed record StoredUpload
{
    /// <summary>What browsers show without running anything that is in it. SVG is a program and not among them.</summary>
    private static readonly HashSet<string> Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"];

    private static readonly HashSet<string> Recordings =
    [
        "audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm", "audio/aac", "video/mp4", "video/webm", "video/ogg", "video/quicktime",
    ];

    /// <summary>Unguessable: whoever has it may have the file.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>As the customer called it, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>What the customer's browser says it is.</summary>
    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Whether a page may show it as a picture.</summary>
    public static bool IsPicture(string contentType) => Pictures.Contains(contentType);

    /// <summary>Whether a browser may show or play it in place; anything else is only to be saved.</summary>
    public static bool IsShownInPlace(string contentType) => IsPicture(contentType) || Recordings.Contains(contentType);
}
