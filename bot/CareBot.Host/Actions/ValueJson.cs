using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Procedures;

namespace CareBot.Host.Actions;

/// <summary>Values as other systems write them in JSON: days as <c>2026-11-26</c>, instants as <c>2026-11-26T10:00:00Z</c>.</summary>
internal static class ValueJson
{
    /// <summary>The values inside each other that are read; what lies deeper is left out.</summary>
    private const int DepthMax = 10;

    /// <summary>The items of one list that are read.</summary>
    private const int ItemsMax = 1_000;

    public static Value Read(JsonNode? node) => Read(node, DepthMax);

    public static JsonNode? Write(Value value) => value switch
    {
        Value.Truth truth => JsonValue.Create(truth.Is),
        Value.Number number => JsonValue.Create(number.Amount),
        Value.Sequence sequence => new JsonArray([.. sequence.Items.Select(Write)]),
        Value.Fields fields => Write(fields),
        Value.Nothing => null,
        _ => JsonValue.Create(value.ToString()),
    };

    public static JsonObject Write(Value.Fields fields) =>
        new(fields.Named.Select(each => KeyValuePair.Create(each.Key, Write(each.Value))));

    /// <summary>What lies at a path of names such as <c>amounts.gross</c>; null where nothing does.</summary>
    public static JsonNode? At(JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (at, name) => at is JsonObject fields ? fields[name] : null);

    private static Value Read(JsonNode? node, int depth) => node switch
    {
        JsonObject fields when depth > 0 => Value.Fields.Of(fields.Select(each => (each.Key, Read(each.Value, depth - 1)))),
        JsonArray items when depth > 0 => new Value.Sequence([.. items.Take(ItemsMax).Select(item => Read(item, depth - 1))]),
        JsonValue single => Read(single),
        _ => Value.Nothing.Here,
    };

    private static Value Read(JsonValue single) => single.GetValueKind() switch
    {
        JsonValueKind.True => new Value.Truth(true),
        JsonValueKind.False => new Value.Truth(false),
        JsonValueKind.Number when single.TryGetValue<decimal>(out var number) => new Value.Number(number),
        JsonValueKind.String => Read(single.GetValue<string>()),
        _ => Value.Nothing.Here,
    };

    private static Value Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Value.Date(day)
        : text.Length > 10 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new Value.Instant(at.ToUniversalTime())
            : new Value.Text(text);
}
