using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels;

/// <summary>A form as a card, and what comes back from it as words.</summary>
internal static class FormCard
{
    private const string Mark = "form";
    private const string LanguageMark = "language";
    private const string Handoff = "handoff";
    private const string Question = "question";
    private const string Order = "orderNumber";
    private const int QuestionLengthMax = 1_000;
    private const int OrderLengthMax = 60;

    /// <summary>The card for what a person should know before they answer.</summary>
    public static JsonObject Of(Language language)
    {
        var texts = FormTexts.In(language);
        var question = Cards.Input(Question, texts.Question, texts.QuestionExample, QuestionLengthMax, multiline: true);
        (question["isRequired"], question["errorMessage"]) = (true, texts.QuestionMissing);
        return Cards.Card(
            [Cards.Text(texts.Explained), question, Cards.Input(Order, texts.Order, texts.OrderExample, OrderLengthMax)],
            Cards.Submit(texts.Send, new JsonObject { [Mark] = Handoff, [LanguageMark] = language.Tag() }));
    }

    /// <summary>What was filled in, as the customer would have said it; null when it is no form of ours, or nothing was filled in.</summary>
    public static Input.CustomerSaid? Read(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } data && Field(data, Mark, QuestionLengthMax) == Handoff
        && Words(data, LanguageTags.FromTag(Field(data, LanguageMark, OrderLengthMax)) ?? Language.Italian) is { Length: > 0 } words
            ? new(words, Form: Form.Handoff)
            : null;

    /// <summary>The fields as lines.</summary>
    public static string Words(JsonElement data, Language language)
    {
        var order = Field(data, Order, OrderLengthMax);
        return string.Join('\n', new[]
        {
            Field(data, Question, QuestionLengthMax), order.Length > 0 ? $"{FormTexts.In(language).OrderSaid}: {order}" : "",
        }.Where(line => line.Length > 0));
    }

    private static string Field(JsonElement data, string name, int lengthMax)
    {
        var text = data.TextOf(name)?.Trim() ?? "";
        return text.Length <= lengthMax ? text : text[..lengthMax];
    }
}
