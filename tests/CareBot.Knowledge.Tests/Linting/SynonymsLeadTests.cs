using System.Text.Json.Nodes;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Tests.Linting;

public class SynonymsLeadTests
{
    private const string Clean = "it:\n  - same: [pacco, collo]\nen:\n  - from: [cod]\n    to: [cash on delivery]\n";

    private static readonly (string Expected, string Text)[] Mistakes =
    [
        ("2:5: error CB403", "it:\n  - same: [pacco, collo]\n    to: [plico]\n"),
        ("2:5: error CB403", "it:\n  - from: [collo]\n"),
        ("2:5: error CB403", "it:\n  - pacco\n"),
        ("2:11: error CB403", "it:\n  - same: [pacco]\n"),
        ("2:11: error CB403", "it:\n  - same: pacco\n"),
        ("2:19: error CB403", "it:\n  - same: [pacco, '']\n"),
        ("3:9: error CB403", "it:\n  - from: [collo]\n    to: []\n"),
        ("1:5: error CB403", "it: pacco\n"),
        ("1:1: error CB402", "fr:\n  - same: [pacco, collo]\n"),
        ("3:5: error CB402", "it:\n  - from: [collo]\n    too: [x]\n    to: [pacco]\n"),
        ("2:26: error CB404", "it:\n  - same: [pacco, collo, pacco]\n"),
    ];

    public static IEnumerable<object[]> Files => Mistakes.Select(mistake => new object[] { mistake.Expected, mistake.Text });

    [Theory]
    [MemberData(nameof(Files))]
    [InlineData("1:5: error CB401", "it: 'a\n")]
    [InlineData("2:5: warning CB405", "it:\n  - from: [come di]\n    to: [pacco]\n")]
    [InlineData("2:5: warning CB406", "it:\n  - from: [collo]\n    to: [plico, scatola]\n")]
    [InlineData("2:5: warning CB406", "en:\n  - same: [parcel, package]\n")]
    public void Mistake_in_the_file_of_synonyms_is_named_at_its_place(string expected, string text)
    {
        using var folder = Folder(text);

        Assert.StartsWith($"synonyms.yaml:{expected}: ", Assert.Single(folder.Check("CB401", "CB402", "CB403", "CB404", "CB405", "CB406")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Clean)]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("it: []\n")]
    [InlineData("it:\n  - same: [pacchi, colli]\n")]
    public void File_in_order_has_no_problem(string text)
    {
        using var folder = Folder(text);

        Assert.Empty(folder.Check("CB401", "CB402", "CB403", "CB404", "CB405", "CB406"));
    }

    [Fact]
    public async Task Schema_refuses_what_the_reader_refuses_and_takes_what_it_takes()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Content, "synonyms.schema.json"));

        Assert.All(Mistakes, mistake => Assert.NotEmpty(schema.Validate(Json(mistake.Text))));
        Assert.Empty(schema.Validate(Json(Clean)));
        Assert.Empty(schema.Validate(Json(await File.ReadAllTextAsync(Path.Combine(Repository.Content, "synonyms.yaml")))));
    }

    private static LibraryFolderOnDisk Folder(string synonyms)
    {
        var folder = new LibraryFolderOnDisk();
        folder.Write("it/a.md", "a", "Dove si trova il mio pacco?", "Testo.");
        folder.Write("en/a.md", "a", "Can I pay cash on delivery?", "Text.");
        folder.Write("synonyms.yaml", synonyms);
        return folder;
    }

    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Json(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(each => KeyValuePair.Create(((YamlScalarNode)each.Key).Value!, Json(each.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        _ => ((YamlScalarNode)node).Value,
    };
}
