using System.CommandLine;
using System.CommandLine.Parsing;
using CareBot.Host.Commands.TeamsApp;
using CareBot.Host.Settings;

namespace CareBot.Host.Commands;

/// <summary><c>carebot teams …</c>: what Microsoft Teams needs of this service.</summary>
internal static class TeamsCommands
{
    public static Command Create(Func<ParseResult, CallSettings> read) =>
        new("teams", "Bring the service into Microsoft Teams.") { Package(read) };

    private static Command Package(Func<ParseResult, CallSettings> read)
    {
        var appId = new Option<Guid?>("--app-id")
        {
            Description = "The Application (client) ID of the bot's registration (default: BotFramework:AppId)",
            HelpName = "ID",
            CustomParser = Id,
        };
        var to = new Option<string>("--out") { Description = "The package to write", HelpName = "FILE.zip", Required = true };
        var name = new Option<string?>("--name") { Description = "The app's name, 30 characters at most (default: Care:Company)" };
        var icons = new Option<string?>("--icons")
        {
            Description = "A folder with the company's own color.png (192x192) and outline.png (32x32, white on transparent)",
            HelpName = "DIR",
        };
        var privacy = Address("--privacy", "The page on privacy");
        var terms = Address("--terms", "The page with the terms of use");
        var command = new Command(
            "package",
            """
            Write the app package that is uploaded to Teams, in Italian and English. PublicBaseUrl must be set.

            Examples:
              carebot teams package --app-id 11111111-2222-3333-4444-555555555555 --out care.zip --PublicBaseUrl=https://chat.example.com
              carebot teams package --out care.zip --name "Bottega Laguna" --icons ./icons
              carebot teams package --out care.zip --privacy https://www.example.com/privacy --terms https://www.example.com/terms
            """)
        {
            appId,
            to,
            name,
            icons,
            privacy,
            terms,
        };
        command.SetAction(parsed =>
        {
            var settings = read(parsed);
            var website = settings.PublicBaseUrl
                ?? throw new StartRefusedException("PublicBaseUrl is not set: Teams wants to know where the service is, such as --PublicBaseUrl=https://chat.example.com.");
            var app = new AppFacts
            {
                AppId = parsed.GetValue(appId) ?? settings.BotAppId
                    ?? throw new WrongUsageException("whose package? Give the Application (client) ID of the bot's registration with --app-id"),
                Company = settings.Care.Company,
                Name = parsed.GetValue(name) ?? settings.Care.Company,
                Website = website,
                Privacy = parsed.GetValue(privacy) ?? website,
                Terms = parsed.GetValue(terms) ?? website,
            };
            var drawn = parsed.GetValue(icons) is { } folder ? AppIcons.In(folder) : AppIcons.Drawn();
            Save(parsed.GetValue(to)!, AppPackage.Write(app.Checked(), drawn));
            Console.Error.WriteLine($"{parsed.GetValue(to)} is to be uploaded at https://admin.teams.microsoft.com, or in Teams under Apps.");
            return CareBotCommand.Done;
        });
        return command;
    }

    private static void Save(string path, byte[] package)
    {
        try
        {
            File.WriteAllBytes(path, package);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} cannot be written: {failure.Message} Name another file with --out.");
        }
    }

    private static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = $"{description} (default: PublicBaseUrl)",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            {
                return address;
            }

            result.AddError($"{name} \"{result.Tokens[0].Value}\" is no address such as https://www.example.com/page.");
            return null;
        },
    };

    private static Guid? Id(ArgumentResult result)
    {
        if (Guid.TryParseExact(result.Tokens[0].Value, "D", out var id))
        {
            return id;
        }

        result.AddError($"--app-id \"{result.Tokens[0].Value}\" is no id such as 11111111-2222-3333-4444-555555555555; "
            + "the registration at Microsoft shows it as Application (client) ID.");
        return null;
    }
}
