using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Answers with a token and the address of the conversation's stream.</summary>
internal sealed class StreamAddress(DirectLineTokens tokens, PublicAddress address)
{
    public IResult Reply(HttpContext http, Grant grant, long after, int status)
    {
        http.Response.Headers.CacheControl = "no-store";
        var id = grant.Conversation;
        return TypedResults.Json(
            new TokenReply
            {
                ConversationId = id.Value,
                Token = tokens.Issue(grant),
                ExpiresIn = tokens.LifetimeSeconds,
                StreamUrl = $"{address.StreamOrigin}{address.Base.AbsolutePath}v3/directline/conversations/{id}/stream"
                    + $"?watermark={Watermark.Text(after)}&t={tokens.IssueTicket(id)}",
                // Names a grammar for speech at the hosted service; clients only carry it about.
                ReferenceGrammarId = id.Value,
            },
            WireJson.Wire.TokenReply,
            statusCode: status);
    }
}
