using System.CommandLine;
using System.Runtime.InteropServices;
using CareBot.Host.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Commands;

/// <summary>The command line: <c>carebot</c> and what follows it.</summary>
/// <remarks>Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 problems found, 2 wrong usage;
/// 130 and 143 stopped by Ctrl-C or a signal to end, as shells have it.</remarks>
internal static class CareBotCommand
{
    public const int Done = 0;
    public const int ProblemsFound = 1;
    public const int WrongUsage = 2;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>How long after the first all have been told of a signal.</summary>
    private static readonly TimeSpan SignalMax = TimeSpan.FromMilliseconds(200);

    /// <summary>Where everything that must be kept lies.</summary>
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder (default: ./data)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Where the articles lie.</summary>
    public static Option<string?> Library { get; } = new("--library")
    {
        Description = "The library's folder (default: the shipped one)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Runs the command line and returns the exit code.</summary>
    /// <param name="arguments">As typed.</param>
    /// <param name="serve">Runs the service with the settings that are for it, until it is stopped.</param>
    public static async Task<int> RunAsync(string[] arguments, Func<string[], Task> serve)
    {
        var typed = TypedSettings.Of(arguments);
        var parsed = Create(typed.Settings, serve).Parse(typed.Rest);
        if (parsed.Errors.Count > 0)
        {
            return await RefuseAsync(WrongUsage, UsageErrors.Of(parsed));
        }

        // The token of the command says that it is stopped, and not by what.
        var terminated = new TaskCompletionSource();
        using var terminating = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => terminated.TrySetResult());
        try
        {
            // Exceptions are bugs or a broken machine: they must be seen whole, not as one red line.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            // Who cancels the token is told of the signal first.
            await Task.WhenAny(terminated.Task, Task.Delay(SignalMax));
            return terminated.Task.IsCompleted ? Terminated : Interrupted;
        }
        catch (WrongUsageException misuse)
        {
            return await RefuseAsync(WrongUsage, [$"{misuse.Message}."]);
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            // What an operator can mend is said in a sentence instead of a stack.
            return await RefuseAsync(ProblemsFound, [refusal.Message]);
        }
        catch (IOException refusal) when (refusal.InnerException is AddressInUseException)
        {
            return await RefuseAsync(
                ProblemsFound,
                [$"{refusal.Message.TrimEnd('.')}. Stop what listens there, or choose another with --urls=http://localhost:PORT."]);
        }
    }

    private static async Task<int> RefuseAsync(int exitCode, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync($"carebot: {message}");
        }

        return exitCode;
    }

    private static RootCommand Create(IReadOnlyList<string> typed, Func<string[], Task> serve)
    {
        CallSettings Read(ParseResult parsed) => CallSettings.Read(typed, parsed);

        var root = new RootCommand(
            """
            CareBot answers customers from your own articles and brings in people when it should.

            Examples:
              carebot                                       serve on http://localhost:3978
              carebot serve --data /var/lib/carebot         the same, with the data elsewhere
              carebot ask "quanto costa la spedizione"      try a question on the library
              carebot library check                         find mistakes in the articles
              carebot procedure check                       find mistakes in the procedures
              carebot procedure test                        play the scenarios of the procedures
              carebot metrics report --from 2026-11-01      what happened since then
            """)
        {
            Data,
            Library,
            ServeCommand.Create(typed, serve),
            AskCommand.Create(Read),
            LibraryCommands.Create(Read),
            ProcedureCommands.Create(Read),
            MetricsCommands.Create(Read),
            OutboxCommands.Create(Read),
            TeamsCommands.Create(Read),
        };

        ServeCommand.MakeDefault(root, typed, serve);
        return root;
    }
}
