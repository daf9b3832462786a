using System.CommandLine;
using CareBot.Host.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

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
        command.SetAction(async (parsed, _) =>
        {
            if (NoSetting(parsed.UnmatchedTokens) is { } word)
            {
                await Console.Error.WriteLineAsync($"carebot: \"{word}\" is no command. There are: serve, ask, library, metrics.");
                await Console.Error.WriteLineAsync("Try: carebot --help");
                return CareBotCommand.WrongUsage;
            }

            List<string> settings = [.. parsed.UnmatchedTokens];
            Add(settings, "Data:Path", parsed.GetValue(CareBotCommand.Data));
            Add(settings, "Library:Path", parsed.GetValue(CareBotCommand.Library));
            return await ServeAsync(serve, [.. settings]);
        });
    }

    /// <summary>Serves; what an operator can mend is said in a sentence instead of a stack.</summary>
    private static async Task<int> ServeAsync(Func<string[], Task> serve, string[] settings)
    {
        try
        {
            await serve(settings);
            return CareBotCommand.Done;
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was still starting: that is what was asked for.
            return CareBotCommand.Done;
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"carebot: {refusal.Message}");
        }
        catch (IOException refusal) when (refusal.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"carebot: {refusal.Message.TrimEnd('.')}. Stop what listens there, or choose another with --urls=http://localhost:PORT.");
        }

        return CareBotCommand.ProblemsFound;
    }

    private static void Add(List<string> settings, string key, string? value)
    {
        if (value is not null)
        {
            settings.Add($"--{key}={value}");
        }
    }

    /// <summary>The first word that is neither a setting nor the value of the one before it; null when all are.</summary>
    private static string? NoSetting(IReadOnlyList<string> words)
    {
        var expectsValue = false;
        foreach (var word in words)
        {
            if (!word.StartsWith('-') && !expectsValue)
            {
                return word;
            }

            expectsValue = word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }
}
