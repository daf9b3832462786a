using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary>The problems of a library in SARIF 2.1.0, the form that code scanning takes from every tool.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs)
{
    /// <summary>The name under which paths are relative to the library's folder.</summary>
    private const string Base = "LIBRARY";

    private static readonly SarifJson Json = new(new JsonSerializerOptions(SarifJson.Default.Options)
    {
        // Files are read by machines and by people who write Italian, and never as part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(string folder, IReadOnlyList<Problem> problems)
    {
        var indices = CheckRule.All.Select((rule, index) => (rule.Code, index)).ToDictionary();
        var version = typeof(SarifLog).Assembly.GetName().Version!.ToString(3);
        var log = new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0",
        [
            new SarifRun(
                new(new("carebot", version, [.. CheckRule.All.Select(SarifRule.Of)])),
                new Dictionary<string, SarifArtifact> { [Base] = new(FolderUri(folder), null) },
                "utf16CodeUnits",
                [.. problems.Select(problem => Result(problem, indices[problem.Code]))]),
        ]);
        return JsonSerializer.Serialize(log, Json.SarifLog);
    }

    private static SarifResult Result(Problem problem, int rule) => new(
        problem.Code,
        rule,
        Level(problem.Severity),
        new(problem.Message),
        [new(new(Artifact(problem.Path), new(problem.Line, problem.Column)))]);

    // The folder itself may be what is wrong.
    private static SarifArtifact Artifact(string path) => Path.IsPathRooted(path)
        ? new(FolderUri(path), null)
        : new(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), Base);

    private static string FolderUri(string folder) => new Uri(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).AbsoluteUri;

    internal static string Level(Severity severity) => severity == Severity.Error ? "error" : "warning";
}

/// <summary>One run of the check.</summary>
internal sealed record SarifRun(
    SarifTool Tool, IReadOnlyDictionary<string, SarifArtifact> OriginalUriBaseIds, string ColumnKind, IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules);

/// <summary>A kind of problem, as a list of findings explains it.</summary>
internal sealed record SarifRule(string Id, SarifText ShortDescription, SarifText Help, SarifConfiguration DefaultConfiguration)
{
    public static SarifRule Of(CheckRule rule) => new(rule.Code, new(rule.Says), new(rule.Mend), new(SarifLog.Level(rule.Severity)));
}

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifResult(
    string RuleId, int RuleIndex, string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations);

internal sealed record SarifText(string Text);

internal sealed record SarifLocation(SarifPlace PhysicalLocation);

internal sealed record SarifPlace(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string Uri, string? UriBaseId);

internal sealed record SarifRegion(int StartLine, int StartColumn);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
