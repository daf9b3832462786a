using System.Text;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Makes a message out of files that are kept, and posts it like any other. Where it is not posted, the files go too.</summary>
internal sealed class UploadPostbox(Postbox postbox, Uploads uploads, PublicAddress address, IOptions<DirectLineOptions> options)
{
    public async Task<IResult> TakeAsync(
        UploadReading.Read read, Grant grant, Caller caller, string? userId, CancellationToken cancellation)
    {
        var isNew = false;
        try
        {
            switch (PostedActivity.Of(Message(read, userId), caller, grant.Binding))
            {
                case PostedActivity.Refused refused:
                    return refused.Why;
                case PostedActivity.Accepted { Activity.Type: not "message" }:
                    return WireError.BadArgument("Files come with a message: type must be \"message\".");
                case PostedActivity.Accepted accepted when IsTooLarge(accepted.Activity):
                    return WireError.MessageTooBig;
                case PostedActivity.Accepted accepted:
                    var posted = await postbox.TakeAsync(grant.Conversation, accepted with { Files = [.. read.Files.Select(Sent)] }, cancellation);
                    isNew = posted.IsNew;
                    return TypedResults.Json(new ResourceReply(posted.Id), WireJson.Wire.ResourceReply);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        finally
        {
            if (!isNew)
            {
                foreach (var file in read.Files)
                {
                    uploads.Delete(file);
                }
            }
        }
    }

    /// <summary>What the client says of the files is replaced by what they are. Its small pictures go: they would outlive the files.</summary>
    private Activity Message(UploadReading.Read read, string? userId)
    {
        var sent = read.Activity ?? new() { Type = "message" };
        return sent with
        {
            From = string.IsNullOrEmpty(sent.From?.Id) ? (sent.From ?? new()) with { Id = userId } : sent.From,
            Attachments = [.. read.Files.Select(Attached)],
        };
    }

    private bool IsTooLarge(Activity activity) => Encoding.UTF8.GetByteCount(Transcript.Body(activity)) > options.Value.MaxActivityBytes;

    /// <summary>Web Chat shows a customer's picture as one only where it has a thumbnail.</summary>
    private Attachment Attached(StoredUpload file)
    {
        var url = $"{address.Base}uploads/{file.Id}";
        return new()
        {
            Name = file.Name,
            ContentType = file.ContentType,
            ContentUrl = url,
            ThumbnailUrl = StoredUpload.IsPicture(file.ContentType) ? url : null,
        };
    }

    private static SentFile Sent(StoredUpload file) => new(file.Id, file.Name, file.ContentType, file.Bytes);
}
