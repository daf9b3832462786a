using System.CommandLine;

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
