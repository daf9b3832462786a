using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary><c>carebot serve</c>, which is also what <c>carebot</c> alone does.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Start a shop with orders, parcels and payments beside the service, for procedures to be tried on.",
    };

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
              carebot serve --demo
            """) { Demo };
        Take(command, typed, serve);
        return command;
    }

    public static void MakeDefault(RootCommand root, IReadOnlyList<string> typed, Func<string[], Task> serve)
    {
        root.Options.Add(Demo);
        Take(root, typed, serve);
    }

    private static void Take(Command command, IReadOnlyList<string> typed, Func<string[], Task> serve) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                using var shop = parsed.GetValue(Demo) ? await DemoShop.StartAsync(cancellation) : null;
                await serve([.. shop?.Settings ?? [], .. CallSettings.WithOptions(typed, parsed)]);
            }
            catch (OperationCanceledException)
            {
                // Stopped while it was still starting: that is what was asked for.
            }

            return CareBotCommand.Done;
        });
}
