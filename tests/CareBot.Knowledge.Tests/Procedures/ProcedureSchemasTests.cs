using System.Text.Json.Nodes;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Procedures.Migrations;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Tests.Linting;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>The schemas that editors use and the readers that the bot uses say the same.</summary>
public class ProcedureSchemasTests
{
    private static readonly string Folder = Path.Combine(Repository.Content, "procedures");

    [Fact]
    public void Schema_of_procedures_has_the_fields_that_are_read()
    {
        var schema = Schema("procedures/procedure.schema.json");

        Assert.Equal(ProcedureReader.Keys.Order(), Keys(schema));
        Assert.Equal(SlotReader.Keys.Order(), Keys(schema["definitions"]!["slot"]!));
        Assert.Equal(SlotReader.Types, Texts(schema["definitions"]!["slot"]!["properties"]!["type"]!["enum"]!));
        Assert.Equal(ProcedureReader.Statuses, Texts(schema["properties"]!["status"]!["enum"]!));
        Assert.Equal(ProcedureReader.Audiences, Texts(schema["properties"]!["audience"]!["enum"]!));
        var kinds = schema["definitions"]!["step"]!["oneOf"]!.AsArray();
        Assert.Equal(
            StepReader.Kinds.Select(kind => string.Join(' ', kind.Value.Append(kind.Key).Concat(StepReader.Every).Order())),
            kinds.Select(kind => string.Join(' ', Keys(kind!))));
    }

    [Fact]
    public void Schema_of_the_care_model_has_the_fields_that_are_read()
    {
        var schema = Schema("care-model.schema.json");

        Assert.Equal(CareModel.Keys.Order(), Keys(schema));
        Assert.Equal(CareModel.CalendarKeys.Order(), Keys(schema["properties"]!["calendar"]!));
        Assert.Equal(CareModel.Days.Order(), Keys(schema["properties"]!["calendar"]!["properties"]!["week"]!));
        Assert.Equal(CareModel.SlaKeys.Order(), Keys(schema["properties"]!["slas"]!["additionalProperties"]!));
    }

    [Fact]
    public void Schema_of_connectors_has_the_fields_that_are_read()
    {
        var connector = Schema("connectors.schema.json")["additionalProperties"]!;

        Assert.Equal(Connectors.Keys.Order(), Keys(connector));
        Assert.Equal(Connectors.ActionKeys.Order(), Keys(connector["properties"]!["actions"]!["additionalProperties"]!));
    }

    [Fact]
    public void Schema_of_migrations_has_the_fields_that_are_read()
    {
        var schema = Schema("procedures/migration.schema.json");

        Assert.Equal(MigrationReader.Keys.Order(), Keys(schema));
        Assert.Equal(MigrationReader.ReviewKeys.Order(), Keys(schema["properties"]!["review"]!));
    }

    [Fact]
    public void Schema_of_laws_has_the_fields_that_are_read()
    {
        var kinds = Schema("law-rules.schema.json")["items"]!["oneOf"]!.AsArray();

        Assert.Equal(LawRules.Keys.Order(), Keys(kinds[0]!));
        Assert.Equal(LawRules.PastKeys.Order(), Keys(kinds[1]!));
    }

    [Theory]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.File)]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other)]
    [InlineData("care-model.schema.json", ProcedureRuleExamples.Model)]
    [InlineData("connectors.schema.json", ProcedureRuleExamples.Connectors)]
    public async Task Schema_takes_what_the_reader_takes(string schema, string text) => Assert.Empty(await Wrong(schema, text));

    [Theory]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "version: 1", "version: one")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "audience: procedure", "audience: everybody")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "type: text", "type: words")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "end: resolved", "end: done")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "en: \"{code}\"", "de: \"{code}\"")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.Other, "title:", "titel:")]
    [InlineData("procedures/procedure.schema.json", WholeProcedure.File, "after: 24h!", "after: 24 hours")]
    [InlineData("care-model.schema.json", ProcedureRuleExamples.Model, "resolution: 3bd", "resolution: 3 days")]
    [InlineData("care-model.schema.json", ProcedureRuleExamples.Model, "en: Care", "de: Pflege")]
    [InlineData("care-model.schema.json", ProcedureRuleExamples.Model, "zone: Europe/Rome", "holidays: it")]
    [InlineData("connectors.schema.json", ProcedureRuleExamples.Connectors, "base_url: https://orders.example", "base_url: orders.example")]
    [InlineData("connectors.schema.json", ProcedureRuleExamples.Connectors, "method: POST, path: cancel", "method: SEND, path: cancel")]
    [InlineData("connectors.schema.json", ProcedureRuleExamples.Connectors, "{ method: POST, path: restore }", "{ method: POST }")]
    public async Task Schema_refuses_what_the_reader_refuses(string schema, string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.NotEmpty(await Wrong(schema, text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.NotEmpty(Refused(schema, text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_file_that_ships_is_as_its_schema_says()
    {
        Assert.Empty(await Wrong("care-model.schema.json", await File.ReadAllTextAsync(Path.Combine(Repository.Content, "care-model.yaml"))));
        Assert.Empty(await Wrong("law-rules.schema.json", await File.ReadAllTextAsync(Path.Combine(Repository.Content, "law-rules.yaml"))));
        if (File.Exists(Path.Combine(Repository.Content, "connectors.yaml")))
        {
            Assert.Empty(await Wrong("connectors.schema.json", await File.ReadAllTextAsync(Path.Combine(Repository.Content, "connectors.yaml"))));
        }

        foreach (var procedure in Directory.EnumerateFiles(Folder, "*.yaml"))
        {
            Assert.Empty(await Wrong("procedures/procedure.schema.json", await File.ReadAllTextAsync(procedure)));
        }
    }

    private static JsonNode Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Content, name)))!;

    private static IEnumerable<string> Keys(JsonNode part) => part["properties"]!.AsObject().Select(field => field.Key).Order();

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.ToString());

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> Wrong(string schema, string text)
    {
        var read = await JsonSchema.FromFileAsync(Path.Combine(Repository.Content, schema));
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return read.Validate(Json(stream.Documents[0].RootNode)?.ToJsonString() ?? "null");
    }

    private static IReadOnlyList<Problem> Refused(string schema, string text)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        folder.Write(schema.StartsWith("procedures/", StringComparison.Ordinal)
            ? text.StartsWith("procedure: a", StringComparison.Ordinal) ? "procedures/a.yaml" : "procedures/b.yaml"
            : schema.Replace(".schema.json", ".yaml", StringComparison.Ordinal), text);
        return ProcedureLibrary.Read(folder.Path, last: null, new(2026, 11, 24), published: null).Problems;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(field => KeyValuePair.Create(((YamlScalarNode)field.Key).Value!, Json(field.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Value: "", Style: YamlDotNet.Core.ScalarStyle.Plain } => null,
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
