using System.CommandLine;
using CareBot.Host.Library;
using CareBot.Host.Settings;
using CareBot.Host.Storage;

namespace CareBot.Host.Commands;

/// <summary>What is set for one call of a command, from wherever the service would take it.</summary>
/// <param name="Data">It need not exist.</param>
/// <param name="Library">The folder of the articles, absolute; it need not exist.</param>
/// <param name="Care">The company's rules.</param>
internal sealed record CallSettings(DataFolder Data, string Library, CareOptions Care)
{
    /// <summary>The day it is for the company: it says which articles are valid.</summary>
    public DateOnly Today => Care.Policy.Today(TimeProvider.System.GetUtcNow());

    /// <summary>Whether the data folder was named, on the command line or in the settings, and is not where it usually is.</summary>
    public bool NamesData { get; private init; }

    /// <summary>The address customers reach; null when it is not set.</summary>
    public Uri? PublicBaseUrl { get; private init; }

    /// <summary>The bot's id at Microsoft; null when none is registered.</summary>
    public Guid? BotAppId { get; private init; }

    /// <param name="typed">The settings of the command line.</param>
    /// <param name="parsed">The rest of it: its options <c>--data</c> and <c>--library</c> are settings by a shorter name.</param>
    /// <exception cref="StartRefusedException">A setting does not exist or a file cannot be read.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static CallSettings Read(IReadOnlyList<string> typed, ParseResult parsed)
    {
        var configuration = SettingsFiles.Read(WithOptions(typed, parsed));
        return new(
            DataFolder.Of(configuration), LibraryLocation.Resolve(configuration["Library:Path"]), CareOptions.Of(configuration))
        {
            NamesData = configuration["Data:Path"] is { Length: > 0 },
            PublicBaseUrl = Uri.TryCreate(configuration["PublicBaseUrl"], UriKind.Absolute, out var address) ? address : null,
            BotAppId = Guid.TryParse(configuration["BotFramework:AppId"], out var id) ? id : null,
        };
    }

    /// <summary>The settings of the command line with its options among them.</summary>
    public static IReadOnlyList<string> WithOptions(IReadOnlyList<string> typed, ParseResult parsed) =>
    [
        .. typed,
        .. Named("Data:Path", parsed.GetValue(CareBotCommand.Data)),
        .. Named("Library:Path", parsed.GetValue(CareBotCommand.Library)),
    ];

    private static IEnumerable<string> Named(string key, string? value) => value is null ? [] : [$"--{key}={value}"];
}
