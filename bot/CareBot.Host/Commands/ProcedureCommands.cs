using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure …</c></summary>
internal static class ProcedureCommands
{
    public static Command Create(Func<ParseResult, CallSettings> read) => new("procedure", "Work on the procedures.")
    {
        ProcedureCheckCommand.Create(read),
        ProcedureTestCommand.Create(read),
        ProcedureShowCommand.Create(read),
        ProcedureRunCommand.Create(read),
        ProcedureMigrationsCommand.Create(read),
    };
}
