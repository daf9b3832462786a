using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary>The command line: <c>carebot</c> and what follows it.</summary>
/// <remarks>Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 problems found, 2 wrong usage.</remarks>
internal static class CareBotCommand
{
    public const int Done = 0;
    public const int ProblemsFound = 1;
    public const int WrongUsage = 2;

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
    /// <param name="serve">Runs the service with the arguments that are for it, until it is stopped.</param>
    public static async Task<int> RunAsync(string[] arguments, Func<string[], Task> serve)
    {
        var root = Create(serve);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"carebot: {error.Message}");
            }

            await Console.Error.WriteLineAsync("Try: carebot --help");
            return WrongUsage;
        }

        // Exceptions are bugs or a broken machine: they must be seen whole, not as one red line.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Create(Func<string[], Task> serve)
    {
        var root = new RootCommand(
            """
            CareBot answers customers from your own articles and brings in people when it should.

            Examples:
              carebot                                       serve on http://localhost:3978
              carebot serve --data /var/lib/carebot         the same, with the data elsewhere
              carebot ask "quanto costa la spedizione"      try a question on the library
              carebot library check                         find mistakes in the articles
              carebot metrics report --from 2026-11-01      what happened since then
            """)
        {
            Data,
            Library,
            ServeCommand.Create(serve),
            AskCommand.Create(),
            LibraryCommands.Create(),
            MetricsCommands.Create(),
        };

        ServeCommand.MakeDefault(root, serve);
        return root;
    }
}
