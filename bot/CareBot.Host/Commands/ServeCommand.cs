using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary><c>carebot serve</c>, which is also what <c>carebot</c> alone does.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyList<string> typed, Func<string[], Task> serve)
    {
        var command = new Command(
            "serve",
            """
            Serve customers and the desk until stopped.

            Any setting of appsettings.example.json can be given as --Section:Key=value.

            Examples:
              carebot serve --urls=http://localhost:8080
              carebot serve --data /var/lib/carebot --Care:Company="Bottega Laguna"
            """);
        Take(command, typed, serve);
        return command;
    }

    public static void MakeDefault(RootCommand root, IReadOnlyList<string> typed, Func<string[], Task> serve) => Take(root, typed, serve);

    private static void Take(Command command, IReadOnlyList<string> typed, Func<string[], Task> serve) =>
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                await serve([.. CallSettings.WithOptions(typed, parsed)]);
            }
            catch (OperationCanceledException)
            {
                // Stopped while it was still starting: that is what was asked for.
            }

            return CareBotCommand.Done;
        });
}
