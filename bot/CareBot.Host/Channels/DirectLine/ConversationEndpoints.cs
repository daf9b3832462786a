using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Starting a conversation, and coming back to one.</summary>
internal static class ConversationEndpoints
{
    private const int BodyBytesMax = 16 * 1024;

    public static void MapConversations(this IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/conversations", StartAsync);
        directLine.MapGet("/conversations/{id}", ComeBack);
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, DirectLineConversations conversations, StreamAddress stream, PostLimits limits,
        CancellationToken cancellation)
    {
        if (limits.CountStart(http) is { } wait)
        {
            return wait;
        }

        StartParameters asked;
        switch (await JsonBody.ReadAsync(http.Request, BodyBytesMax, WireJson.Wire.StartParameters, cancellation))
        {
            case JsonBody<StartParameters>.Absent:
                asked = new();
                break;
            case JsonBody<StartParameters>.Read read:
                asked = read.Value;
                break;
            case JsonBody<StartParameters>.TooLarge:
                return WireError.MessageTooBig;
            default:
                return WireError.BadSyntax;
        }

        var user = string.IsNullOrEmpty(asked.User?.Id) ? null : asked.User;
        if (user is { Id: { } id } && BotAccounts.IsReserved(id))
        {
            return WireError.BadArgument("This user.id is the bot's.");
        }

        // A back end vouches for the user it names; what a client says of itself binds nobody.
        var grant = http.Caller() is Caller.Client client
            ? client.Grant
            : new(DirectLineConversations.NewId(), new() { User = user?.Id, Name = user?.Name });

        if (conversations.Find(grant.Conversation) is { } started)
        {
            return stream.Reply(http, started, 0, StatusCodes.Status200OK);
        }

        await conversations.StartAsync(grant, (grant.Binding.User ?? user?.Id) is not null, asked.Locale, cancellation);
        return stream.Reply(http, grant, 0, StatusCodes.Status201Created);
    }

    /// <summary>An absent watermark shows only what comes from now on; an empty one, which is what a reloaded page sends, everything.</summary>
    private static IResult ComeBack(
        string id, string? watermark, HttpContext http, DirectLineConversations conversations, Transcript transcript,
        StreamAddress stream)
    {
        if (conversations.Find(new(id)) is not { } grant)
        {
            return WireError.ConversationNotFound;
        }

        var last = transcript.Last(grant.Conversation);
        return (watermark is null ? last : Watermark.Read(watermark, last)) is { } after
            ? stream.Reply(http, grant, after, StatusCodes.Status200OK)
            : WireError.BadArgument("watermark is not one of this conversation's.");
    }
}
