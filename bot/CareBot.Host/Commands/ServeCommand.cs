using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary><c>carebot serve</c>, which is also what <c>carebot</c> alone does.</summary>
internal static class ServeCommand
{
    public static Command Create(Func<string[], Task> serve)
    {
        var command = new Command(
            "serve",
            """
            Serve customers and the desk until stopped.

            Any setting of appsettings.example.json can be given as --Section:Key=value.
            """);
        Take(command, serve);
        return command;
    }

    public static void MakeDefault(RootCommand root, Func<string[], Task> serve) => Take(root, serve);

    private static void Take(Command command, Func<string[], Task> serve)
    {
        // Settings such as --urls=… or --Care:Company=… are the configuration's to read, not ours.
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(result =>
        {
            if (Unknown(result) is { } word)
            {
                result.AddError($"\"{word}\" is no command. There are: serve, ask, library, metrics.");
            }
        });
        command.SetAction(async (parsed, _) =>
        {
            List<string> settings = [.. parsed.UnmatchedTokens];
            Add(settings, "Data:Path", parsed.GetValue(CareBotCommand.Data));
            Add(settings, "Library:Path", parsed.GetValue(CareBotCommand.Library));
            await serve([.. settings]);
            return CareBotCommand.Done;
        });
    }

    private static void Add(List<string> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings.Add($"--{key}={value}");
        }
    }

    /// <summary>The first word that is neither a setting nor the value of the one before it.</summary>
    private static string? Unknown(System.CommandLine.Parsing.CommandResult result)
    {
        var expectsValue = false;
        foreach (var token in result.GetResult(CareBotCommand.Data) is null ? result.Tokens.Select(t => t.Value) : [])
        {
            if (!token.StartsWith('-') && !expectsValue)
            {
                return token;
            }

            expectsValue = token.StartsWith('-') && !token.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }
}
