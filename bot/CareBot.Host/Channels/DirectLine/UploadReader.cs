using System.IO.Pipelines;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Takes an upload apart and keeps its files: parts of a form, as browsers send them, or one bare body.</summary>
internal sealed class UploadReader(Uploads uploads, IOptions<DirectLineOptions> options, ILogger<UploadReader> logger)
{
    public const int FilesMax = 10;

    private const string ActivityType = "application/vnd.microsoft.activity";

    private const string UnknownType = "application/octet-stream";

    private const int TypeLengthMax = 100;

    /// <summary>What the client's small picture of a file may take in the activity; it is not kept.</summary>
    private const int ThumbnailBytesMax = 128 * 1024;

    /// <summary>The headers and borders of the parts.</summary>
    private const int BordersBytesMax = 64 * 1024;

    /// <summary>An activity comes with a small picture of each file.</summary>
    private int ActivityBytesMax => options.Value.MaxActivityBytes + (FilesMax * ThumbnailBytesMax);

    public async Task<UploadReading> ReadAsync(HttpRequest request, ConversationId conversation, CancellationToken cancellation)
    {
        var bytesMax = (long)options.Value.MaxUploadBytes + ActivityBytesMax + BordersBytesMax;
        if (request.ContentLength > bytesMax)
        {
            return new UploadReading.Refused(WireError.MessageTooBig);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = bytesMax;
        }

        var files = new List<StoredUpload>();
        UploadReading? reading = null;
        try
        {
            reading = BoundaryOf(request) is { } boundary
                ? await ReadPartsAsync(new MultipartReader(boundary, request.Body), conversation, files, cancellation)
                : await ReadOneAsync(request, conversation, files, cancellation);
            return reading;
        }
        finally
        {
            if (reading is not UploadReading.Read)
            {
                files.ForEach(uploads.Delete);
            }
        }
    }

    private async Task<UploadReading> ReadPartsAsync(
        MultipartReader parts, ConversationId conversation, List<StoredUpload> files, CancellationToken cancellation)
    {
        Activity? activity = null;
        while (await NextAsync(parts, cancellation) is { } part)
        {
            // Browsers give the activity a file name, too: only its type tells it from a file.
            if (TypeOf(part.ContentType) == ActivityType)
            {
                switch (await ReadActivityAsync(part.Body, cancellation))
                {
                    case JsonBody<Activity>.Read { Value: var sent } when activity is null:
                        activity = sent;
                        break;
                    case JsonBody<Activity>.TooLarge:
                        return new UploadReading.Refused(WireError.MessageTooBig);
                    default:
                        return new UploadReading.Refused(WireError.BadSyntax);
                }
            }
            else if (FileNameOf(part.ContentDisposition) is not { } name)
            {
                return Refused("Every part must be the activity or a file with a filename.");
            }
            else if (files.Count == FilesMax)
            {
                return Refused($"An upload holds at most {FilesMax} files.");
            }
            else if (await KeepAsync(conversation, name, part.ContentType, part.Body, files, cancellation) is { } refused)
            {
                return refused;
            }
        }

        return files.Count > 0 ? new UploadReading.Read(activity, files) : Refused("There is no file in this upload.");
    }

    private async Task<UploadReading> ReadOneAsync(
        HttpRequest request, ConversationId conversation, List<StoredUpload> files, CancellationToken cancellation)
    {
        var name = FileNameOf(request.Headers.ContentDisposition.ToString());
        if (await KeepAsync(conversation, name, request.ContentType, request.Body, files, cancellation) is { } refused)
        {
            return refused;
        }

        return files is [{ Bytes: > 0 }] ? new UploadReading.Read(null, files) : Refused("There is no file in this upload.");
    }

    /// <returns>Why it is not taken; null when it is. All files of an upload share its limit.</returns>
    private async Task<UploadReading.Refused?> KeepAsync(
        ConversationId conversation, string? name, string? type, Stream content, List<StoredUpload> files, CancellationToken cancellation)
    {
        var limits = new UploadLimits(options.Value.MaxUploadBytes - files.Sum(file => file.Bytes), options.Value.MaxKeptUploadBytes);
        switch (await uploads.KeepAsync(
            conversation, UploadedName.Of(name), TypeOf(type), (buffer, stop) => ReadAsync(content, buffer, stop), limits, cancellation))
        {
            case Keeping.Kept kept:
                files.Add(kept.Upload);
                return null;
            case Keeping.NoRoom:
                Log.NoRoomForUploads(logger, limits.TotalMax);
                return new(WireError.NoRoom);
            default:
                return new(WireError.MessageTooBig);
        }
    }

    private async Task<JsonBody<Activity>> ReadActivityAsync(Stream part, CancellationToken cancellation)
    {
        try
        {
            return await JsonBody.ReadAsync(PipeReader.Create(part), ActivityBytesMax, WireJson.Wire.Activity, cancellation);
        }
        catch (Exception broken) when (IsSenders(broken))
        {
            throw Malformed(broken);
        }
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellation)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellation);
        }
        catch (Exception broken) when (IsSenders(broken))
        {
            throw Malformed(broken);
        }
    }

    private static async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellation);
        }
        catch (Exception broken) when (IsSenders(broken))
        {
            throw Malformed(broken);
        }
    }

    /// <summary>Only around reading: a disk that is full throws the same kind, and is not the sender's fault.</summary>
    private static bool IsSenders(Exception broken) => broken is InvalidDataException or IOException and not BadHttpRequestException;

    private static BadHttpRequestException Malformed(Exception broken) => new("The parts of the upload cannot be read.", broken);

    private static UploadReading.Refused Refused(string message) => new(WireError.BadArgument(message));

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : null;

    private static string TypeOf(string? sent) =>
        MediaTypeHeaderValue.TryParse(sent, out var type) && type.MediaType is { HasValue: true, Length: <= TypeLengthMax } media
            ? media.ToString().ToLowerInvariant()
            : UnknownType;

    /// <summary>The documentation leaves out the header's first word, and so do clients that go by it.</summary>
    private static string? FileNameOf(string? header) =>
        ContentDispositionHeaderValue.TryParse(header, out var disposition)
        || ContentDispositionHeaderValue.TryParse($"form-data; {header}", out disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value
            : null;
}
