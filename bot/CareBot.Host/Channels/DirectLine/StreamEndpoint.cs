namespace CareBot.Host.Channels.DirectLine;

/// <summary>Opens a stream. It is proved by the ticket in its address: browsers can send no header with a WebSocket.</summary>
internal static class StreamEndpoint
{
    /// <summary>How often the connection itself is probed, and how long an answer may take: finds clients that vanished.</summary>
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(60);

    public static void MapStream(this IEndpointRouteBuilder directLine) =>
        directLine.MapGet("/conversations/{id}/stream", OpenAsync);

    private static async Task<IResult> OpenAsync(
        string id, string? t, string? watermark, HttpContext http, DirectLineConversations conversations, DirectLineTokens tokens,
        Origins origins, Transcript transcript, StreamSession session)
    {
        if (string.IsNullOrEmpty(t))
        {
            return WireError.Unauthorized;
        }

        if (!await tokens.OpensAsync(t, new(id)))
        {
            return WireError.Forbidden;
        }

        if (conversations.Find(new(id)) is not { } grant)
        {
            return WireError.ConversationNotFound;
        }

        if (!origins.Trust(http.Request, grant.Binding.Origins))
        {
            return WireError.ForbiddenOrigin;
        }

        var last = transcript.Last(grant.Conversation);
        if (!http.WebSockets.IsWebSocketRequest || (watermark is null ? last : Watermark.Read(watermark, last)) is not { } after)
        {
            return WireError.BadArgument("This is the address of a WebSocket, with a watermark of its conversation.");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = ProbeEvery, KeepAliveTimeout = ProbeEvery });
        await session.RunAsync(socket, grant.Conversation, after);
        return TypedResults.Empty;
    }
}
