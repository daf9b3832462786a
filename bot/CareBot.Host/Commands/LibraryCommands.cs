using System.CommandLine;
using System.Text.Json.Serialization;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library …</c></summary>
internal static class LibraryCommands
{
    public static Command Create() => new("library", "Work on the articles.")
    {
        LibraryCheckCommand.Create(),
        LibraryEvalCommand.Create(),
        LibraryGapsCommand.Create(),
        LibraryImpactCommand.Create(),
    };
}

/// <summary>The JSON of commands: camel case, for people and scripts alike.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckedLibrary))]
[JsonSerializable(typeof(AskedQuestion))]
[JsonSerializable(typeof(EvaluatedLibrary))]
internal sealed partial class CommandJson : JsonSerializerContext;
