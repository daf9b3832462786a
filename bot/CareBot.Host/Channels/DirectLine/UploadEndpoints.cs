using System.Globalization;
using CareBot.Host.Storage;
using Microsoft.Net.Http.Headers;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Sending files in a conversation, and getting them back.</summary>
internal static class UploadEndpoints
{
    /// <summary>Browsers may keep a file that long; it must not outlive its deletion here by much.</summary>
    private static readonly TimeSpan CacheMax = TimeSpan.FromHours(1);

    public static void MapUpload(this IEndpointRouteBuilder directLine) =>
        directLine.MapPost("/conversations/{id}/upload", PostAsync);

    /// <summary>Where the files are: outside of Direct Line, for browsers fetch them without a token.</summary>
    public static void MapUploadedFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/uploads/{id}", [HttpMethods.Get, HttpMethods.Head], Show);

    private static async Task<IResult> PostAsync(
        string id, string? userId, HttpContext http, DirectLineConversations conversations, PostLimits limits, UploadReader reader,
        UploadPostbox postbox, CancellationToken cancellation)
    {
        if (conversations.Find(new(id)) is not { } grant)
        {
            return WireError.ConversationNotFound;
        }

        // Before it is read, for reading is what costs.
        if (limits.CountPost(grant.Conversation, http.Response) is { } wait)
        {
            return wait;
        }

        return await reader.ReadAsync(http.Request, grant.Conversation, cancellation) switch
        {
            UploadReading.Read read => await postbox.TakeAsync(read, grant, http.Caller(), userId, cancellation),
            UploadReading.Refused { Why: var why } when why == WireError.NoRoom => NoRoom(http.Response),
            UploadReading.Refused refused => refused.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Room is made when old files go.</summary>
    private static WireError NoRoom(HttpResponse response)
    {
        response.Headers.RetryAfter = UploadRetention.Every.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return WireError.NoRoom;
    }

    /// <summary>Shows what is safe to show, and lets everything else be saved: no file of a customer ever runs as a page of ours.</summary>
    private static IResult Show(string id, HttpContext http, Uploads uploads)
    {
        if (uploads.Find(id) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var inPlace = StoredUpload.IsShownInPlace(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(inPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);

        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.GetTypedHeaders().CacheControl = new() { Private = true, MaxAge = CacheMax };
        return TypedResults.PhysicalFile(
            uploads.ContentOf(file), inPlace ? file.ContentType : "application/octet-stream", enableRangeProcessing: true);
    }
}
