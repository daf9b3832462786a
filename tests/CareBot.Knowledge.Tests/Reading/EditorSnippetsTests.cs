using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareBot.Knowledge.Tests.Reading;

/// <summary>Editors that know no schema for the front matter of Markdown complete it from snippets: these are the schema's.</summary>
public class EditorSnippetsTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Begun = ["title", "questions", "topic", "reviewed"];

    [Fact]
    public void Snippets_offer_every_field_of_the_schema_with_its_values()
    {
        var expected = Snippets(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Content, "article.schema.json")))!["properties"]!.AsObject());

        if (Environment.GetEnvironmentVariable("CAREBOT_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.Snippets, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Repository.Snippets).ReplaceLineEndings("\n"));
    }

    private static string Snippets(JsonObject fields)
    {
        var snippets = new JsonObject
        {
            ["article"] = Snippet(
                "article",
                "A new article, to begin with.",
                ["---", "id: ${1:words-of-its-own}", .. Begun.SelectMany((name, at) => Lines(name, fields[name]!, at + 2)), "---", "", "$0"]),
        };
        foreach (var (name, field) in fields)
        {
            snippets[name] = Snippet(name, (string)field!["description"]!, [.. Lines(name, field, 1)]);
        }

        return snippets.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Snippet(string name, string description, IEnumerable<string> body) => new()
    {
        ["scope"] = "markdown",
        ["prefix"] = name,
        ["description"] = description,
        ["body"] = new JsonArray([.. body.Select(line => JsonValue.Create(line))]),
    };

    private static IEnumerable<string> Lines(string name, JsonNode field, int place)
    {
        var kind = (string?)field["$ref"] ?? "";
        return field switch
        {
            _ when field["enum"] is JsonArray values => [$"{name}: ${{{place}|{Choice(values)}|}}"],
            _ when field["items"]?["enum"] is JsonArray values => [$"{name}: [${{{place}|{Choice(values)}|}}]"],
            _ when kind.EndsWith("/lines", StringComparison.Ordinal) || field["items"] is not null => [$"{name}:", $"  - ${place}"],
            _ when kind.EndsWith("/day", StringComparison.Ordinal) => [$"{name}: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"],
            _ => [$"{name}: ${place}"],
        };
    }

    private static string Choice(JsonArray values) => string.Join(',', values.Select(value => (string)value!));
}
