using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary>The JSON of commands: camel case, for people and scripts alike.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n",
    Converters = [typeof(SeverityConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(CheckedLibrary))]
[JsonSerializable(typeof(CheckedProcedures))]
[JsonSerializable(typeof(AskedQuestion))]
[JsonSerializable(typeof(EvaluatedLibrary))]
[JsonSerializable(typeof(ReportedGaps))]
[JsonSerializable(typeof(ReportedImpact))]
[JsonSerializable(typeof(ReportedOutbox))]
[JsonSerializable(typeof(PlannedMigrations))]
[JsonSerializable(typeof(TestedProcedures))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>Letters of every script stand as they are: it is read in terminals and files, and never as part of a page.</summary>
    public static CommandJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

internal sealed class SeverityConverter() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);
