using System.Text.Json.Nodes;
using CareBot.Knowledge.Reading;
using NJsonSchema;

namespace CareBot.Knowledge.Tests.Reading;

/// <summary>The schema that editors use and the reader that the bot uses say the same.</summary>
public class SchemaTests
{
    private static readonly string[] Fields = ["CB105", "CB107", "CB108", "CB109"];

    [Fact]
    public async Task Schema_refuses_what_the_reader_refuses_of_fields_and_takes_what_it_takes()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Content, "article.schema.json"));
        var samples = ProblemTests.Refused.SelectMany(row => new[] { (string)row[1], (string)row[2] }).Concat(
        [
            "---\nid: a\ntitle: ''\n---\nText.\n",
            "---\nid: a\ntitle: null\n---\nText.\n",
            "---\nid: a\ntitle: |\n  two\n  lines\n---\nText.\n",
            "---\nid: 7\ntitle: T\n---\nText.\n",
            "---\nid: a\ntitle: T\nlang: fr\n---\nText.\n",
            "---\nid: a\ntitle: T\nvalid_to: 24.11.2026\n---\nText.\n",
            "---\nid: a\ntitle: T\nrelated: [a b]\n---\nText.\n",
            "---\nid: a\ntitle: T\nescalate: maybe\nstatus: published\n---\nText.\n",
        ]);

        var judged = samples.Select(sample => Judge(schema, sample)).OfType<(string Sample, bool Schema, bool Reader)>().ToList();

        Assert.All(judged, each => Assert.True(each.Schema == each.Reader, each.Sample));
        Assert.Contains(judged, each => each.Reader);
        Assert.Contains(judged, each => !each.Reader);
    }

    // Null where the text is no front matter at all, which is before any schema.
    private static (string Sample, bool Schema, bool Reader)? Judge(JsonSchema schema, string sample)
    {
        var source = new SourceText("en/a.md", sample);
        if (FrontMatter.Read(source, []) is not { } front)
        {
            return null;
        }

        var json = new JsonObject(front.Fields.Select(field => KeyValuePair.Create(field.Key, Json(field.Value))));
        var problems = ArticleReader.Read(source).Problems;
        return (sample, schema.Validate(json.ToJsonString()).Count == 0, !problems.Any(problem => Fields.Contains(problem.Code)));
    }

    private static JsonNode? Json(FieldValue value) => value switch
    {
        FieldValue.Text { IsText: true } text => text.Value,
        FieldValue.Text => 0,
        FieldValue.List list => new JsonArray([.. list.Items.Select(Json)]),
        _ => new JsonObject(),
    };
}
