using System.Text.Json;
using CareBot.Host.Commands;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Tests.Commands;

public class SarifLogTests
{
    private static readonly Problem Warning = Found("it/faq/é qui.md", Severity.Warning, "CB206", "È quasi <lo stesso> testo.");
    private static readonly Problem Error = Found("/nowhere/at all", Severity.Error, "CB001", "The folder does not exist.");

    [Fact]
    public void Log_has_every_property_that_the_standard_requires()
    {
        var log = Log(Warning, Error);

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", log.GetProperty("$schema").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("carebot", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", driver.GetProperty("version").GetString());
        Assert.Equal("file:///lib/my%20articles/", run.GetProperty("originalUriBaseIds").GetProperty("LIBRARY").GetProperty("uri").GetString());
    }

    [Fact]
    public void Every_rule_is_explained_and_every_result_points_at_its_rule()
    {
        var run = Log(Warning, Error).GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(CheckRule.All.Select(rule => rule.Code), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "error", "warning" });
        });
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
    }

    [Fact]
    public void Result_says_what_and_where()
    {
        var result = Log(Warning).GetProperty("runs")[0].GetProperty("results")[0];

        Assert.Equal("warning", result.GetProperty("level").GetString());
        Assert.Equal(Warning.Message, result.GetProperty("message").GetProperty("text").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("it/faq/%C3%A9%20qui.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("LIBRARY", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(3, place.GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public void Folder_that_is_not_there_is_named_by_its_own_address()
    {
        var result = Log(Error).GetProperty("runs")[0].GetProperty("results")[0];

        var artifact = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("file:///nowhere/at%20all/", artifact.GetProperty("uri").GetString());
        Assert.False(artifact.TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public void Library_in_order_has_a_run_without_results() =>
        Assert.Empty(Log().GetProperty("runs")[0].GetProperty("results").EnumerateArray());

    private static JsonElement Log(params Problem[] problems) => JsonDocument.Parse(SarifLog.Write("/lib/my articles", problems)).RootElement;

    private static Problem Found(string path, Severity severity, string code, string message) =>
        new() { Path = path, Line = 7, Column = 3, Severity = severity, Code = code, Message = message };
}
