using System.CommandLine;
using System.Text.Json.Serialization;

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
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckedLibrary))]
[JsonSerializable(typeof(AskedQuestion))]
internal sealed partial class CommandJson : JsonSerializerContext;
