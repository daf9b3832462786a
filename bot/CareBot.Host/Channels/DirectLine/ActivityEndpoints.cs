using CareBot.Host.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Reading and posting the activities of a conversation.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder directLine)
    {
        directLine.MapGet("/conversations/{id}/activities", List);
        directLine.MapPost("/conversations/{id}/activities", PostAsync);
    }

    private static IResult List(string id, string? watermark, DirectLineConversations conversations, Transcript transcript)
    {
        if (conversations.Find(new(id)) is not { Conversation: var conversation })
        {
            return WireError.ConversationNotFound;
        }

        return Watermark.Read(watermark ?? "", transcript.Last(conversation)) is { } after
            ? TypedResults.Json(transcript.ReadAfter(conversation, after), WireJson.Wire.ActivitySet)
            : WireError.BadArgument("watermark is not one of this conversation's.");
    }

    private static async Task<IResult> PostAsync(
        string id, HttpContext http, DirectLineConversations conversations, Postbox postbox, PostLimits limits,
        IOptions<DirectLineOptions> options, CancellationToken cancellation)
    {
        if (conversations.Find(new(id)) is not { } grant)
        {
            return WireError.ConversationNotFound;
        }

        switch (await JsonBody.ReadAsync(http.Request, options.Value.MaxActivityBytes, WireJson.Wire.Activity, cancellation))
        {
            case JsonBody<Activity>.TooLarge:
                return WireError.MessageTooBig;
            case JsonBody<Activity>.Read { Value: var sent }:
                switch (PostedActivity.Of(sent, http.Caller(), grant.Binding))
                {
                    case PostedActivity.Accepted when limits.CountPost(grant.Conversation, http.Response) is { } wait:
                        return wait;
                    case PostedActivity.Accepted accepted:
                        var posted = await postbox.TakeAsync(grant.Conversation, accepted, cancellation);
                        return TypedResults.Json(new ResourceReply(posted.Id), WireJson.Wire.ResourceReply);
                    case PostedActivity.Refused refused:
                        return refused.Why;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            default:
                return WireError.BadSyntax;
        }
    }
}
