using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels;

/// <summary>Makes Adaptive Cards of the version that every client shows.</summary>
internal static partial class Cards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The verb of a button that says something.</summary>
    public const string SayVerb = "say";

    private const string Version = "1.5";

    public static Attachment Attached(JsonObject card) =>
        new() { ContentType = ContentType, Content = JsonSerializer.SerializeToElement(card, WireJson.Wire.JsonObject) };

    public static JsonObject Card(JsonArray body, params IEnumerable<JsonObject> actions) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = Version,
        ["body"] = body,
        ["actions"] = new JsonArray([.. actions]),
    };

    /// <summary>A text as it is: what customers and libraries write must not turn into links or pictures by itself.</summary>
    public static JsonObject Text(string text, TextFormat format = TextFormat.Plain) => format == TextFormat.Markdown
        ? new() { ["type"] = "TextBlock", ["text"] = SoftBreak().Replace(text, " "), ["wrap"] = true }
        : new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }) };

    public static JsonObject Heading(string text) =>
        new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["size"] = "Medium", ["weight"] = "Bolder" };

    public static JsonObject Subtle(string text) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["isSubtle"] = true }),
    };

    /// <summary>A button that tells the bot, and shows what it answers in the card's place; where that is not known, it submits.</summary>
    public static JsonObject Execute(string title, string verb, JsonObject data) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = verb,
        ["data"] = data,
        ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone() },
    };

    /// <summary>A button that sends what was filled in as a message.</summary>
    public static JsonObject Submit(string title, JsonObject data) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };

    public static JsonObject Input(string id, string label, string placeholder, int lengthMax, bool multiline = false) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = id,
        ["label"] = label,
        ["placeholder"] = placeholder,
        ["maxLength"] = lengthMax,
        ["isMultiline"] = multiline,
    };

    /// <summary>The end of a line inside a paragraph: authors wrap their lines, and cards would break them there.</summary>
    [GeneratedRegex(@"(?<!\n)\n[ \t]*(?![-*+] |\d+[.)] |\n|#|>|\||$)")]
    private static partial Regex SoftBreak();
}
