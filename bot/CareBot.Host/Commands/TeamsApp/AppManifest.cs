using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareBot.Host.Commands.TeamsApp;

/// <summary>The files of an app package that say what the app is: Italian in the manifest itself, English beside it.</summary>
internal static class AppManifest
{
    public const string EnglishFile = "en.json";

    private const string SchemaVersion = "1.19";
    private const string Schemas = $"https://developer.microsoft.com/json-schemas/teams/v{SchemaVersion}";
    private const string Accent = "#0B6E75";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // It is a file for Teams and for who reads it, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(AppFacts app)
    {
        var manifest = new JsonObject
        {
            ["$schema"] = $"{Schemas}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = SchemaVersion,
            // Teams takes an app anew only when this grows: it is the program's, which writes the package.
            ["version"] = typeof(AppManifest).Assembly.GetName().Version!.ToString(3),
            ["id"] = app.AppId.ToString(),
            ["developer"] = new JsonObject
            {
                ["name"] = app.Company,
                ["websiteUrl"] = app.Website.AbsoluteUri,
                ["privacyUrl"] = app.Privacy.AbsoluteUri,
                ["termsOfUseUrl"] = app.Terms.AbsoluteUri,
            },
            ["localizationInfo"] = new JsonObject
            {
                ["defaultLanguageTag"] = "it",
                ["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "en", ["file"] = EnglishFile }),
            },
            ["name"] = new JsonObject { ["short"] = app.Name, ["full"] = app.Italian.FullName },
            ["description"] = new JsonObject { ["short"] = app.Italian.Brief, ["full"] = app.Italian.Description },
            ["icons"] = new JsonObject { ["color"] = AppIcons.ColourFile, ["outline"] = AppIcons.OutlineFile },
            ["accentColor"] = Accent,
            ["bots"] = new JsonArray(Bot(app)),
            ["validDomains"] = new JsonArray(app.Website.IdnHost),
        };

        return manifest.ToJsonString(Readable) + "\n";
    }

    public static string WriteEnglish(AppFacts app) => new JsonObject
    {
        ["$schema"] = $"{Schemas}/MicrosoftTeams.Localization.schema.json",
        ["name.short"] = app.Name,
        ["name.full"] = app.English.FullName,
        ["description.short"] = app.English.Brief,
        ["description.full"] = app.English.Description,
        ["bots[0].commandLists[0].commands[0].title"] = app.English.AskForPerson,
        ["bots[0].commandLists[0].commands[0].description"] = app.English.AskForPersonMeans,
    }.ToJsonString(Readable) + "\n";

    private static JsonObject Bot(AppFacts app) => new()
    {
        ["botId"] = app.AppId.ToString(),
        ["scopes"] = Everywhere(),
        ["supportsFiles"] = false,
        ["isNotificationOnly"] = false,
        ["commandLists"] = new JsonArray(new JsonObject
        {
            ["scopes"] = Everywhere(),
            ["commands"] = new JsonArray(new JsonObject
            {
                ["title"] = app.Italian.AskForPerson,
                ["description"] = app.Italian.AskForPersonMeans,
            }),
        }),
    };

    private static JsonArray Everywhere() => ["personal", "team", "groupChat"];
}
