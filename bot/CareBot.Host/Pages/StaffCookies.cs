using System.Globalization;
using CareBot.Desk;
using CareBot.Host.Desk;

namespace CareBot.Host.Pages;

/// <summary>What a browser remembers for the staff pages. <c>look.js</c> writes language and theme under the same names.</summary>
internal static class StaffCookies
{
    private const string Agent = "carebot-agent";
    private const string Language = "carebot-language";
    private const string Theme = "carebot-theme";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public static Staff Read(HttpContext context) => new(ReadAgent(context), ReadLanguage(context));

    /// <summary><c>light</c> or <c>dark</c>; null leaves it to the browser's own preference.</summary>
    public static string? ReadTheme(HttpContext context) => context.Request.Cookies[Theme] is "light" or "dark"
        ? context.Request.Cookies[Theme]
        : null;

    public static void Keep(HttpContext context, Agent agent) => context.Response.Cookies.Append(
        Agent,
        string.Create(CultureInfo.InvariantCulture, $"{agent.Id}|{agent.Name}"),
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            Path = "/desk",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });

    /// <summary>The language chosen, else the first that the browser asks for and we speak, else Italian.</summary>
    private static Language ReadLanguage(HttpContext context) =>
        LanguageTags.FromTag(context.Request.Cookies[Language])
        ?? context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => LanguageTags.FromTag(accepted.Value.Value))
            .FirstOrDefault(language => language is not null)
        ?? CareBot.Language.Italian;

    private static Agent? ReadAgent(HttpContext context) =>
        context.Request.Cookies[Agent]?.Split('|', 2) is [{ Length: > 0 } id, { Length: > 0 and <= AgentIntroduction.NameMax } name]
            ? new Agent(new(id), name)
            : null;
}
