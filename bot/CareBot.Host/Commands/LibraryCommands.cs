using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library …</c></summary>
internal static class LibraryCommands
{
    public static Command Create(Func<ParseResult, CallSettings> read) => new("library", "Work on the articles.")
    {
        LibraryCheckCommand.Create(read),
        LibraryEvalCommand.Create(read),
        LibraryGapsCommand.Create(read),
        LibraryImpactCommand.Create(read),
    };
}

/// <summary>The JSON of commands: camel case, for people and scripts alike.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(SeverityConverter)])]
[JsonSerializable(typeof(CheckedLibrary))]
[JsonSerializable(typeof(AskedQuestion))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>Letters of every script stand as they are: it is read in terminals and files, and never as part of a page.</summary>
    public static CommandJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

internal sealed class SeverityConverter() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);
