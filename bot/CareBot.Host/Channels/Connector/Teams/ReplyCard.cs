using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>A reply with something to choose, as a card: Teams shows no suggested actions in groups, and keeps them nowhere.</summary>
internal static class ReplyCard
{
    private const string Language = "language";
    private const string Text = "text";
    private const string Markdown = "markdown";

    public static JsonObject Of(Effect.Reply reply) => Cards.Card(
        [Cards.Text(reply.Text, reply.Format)],
        reply.Choices.Select(choice => Cards.Execute(choice, Cards.SayVerb, Data(reply, choice))));

    /// <summary>The same card once a choice is made: it stays readable, and cannot be pressed twice.</summary>
    /// <param name="data">What the pressed button brought back.</param>
    /// <param name="said">What it said.</param>
    public static JsonObject Chosen(JsonElement data, string said)
    {
        var language = LanguageTags.FromTag(data.TextOf(Language)) ?? CareBot.Language.Italian;
        var format = data.TextOf(Markdown) is null ? TextFormat.Plain : TextFormat.Markdown;
        return Cards.Card(
        [
            .. data.TextOf(Text) is { Length: > 0 } text ? [Cards.Text(text, format)] : Array.Empty<JsonNode>(),
            Cards.Subtle(TeamsTexts.In(language).Chosen(said)),
        ]);
    }

    private static JsonObject Data(Effect.Reply reply, string choice)
    {
        var data = CardData.Saying(choice);
        data[Language] = reply.Language.Tag();
        data[Text] = reply.Text;
        if (reply.Format == TextFormat.Markdown)
        {
            data[Markdown] = "1";
        }

        return data;
    }
}
