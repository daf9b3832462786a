using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareBot.Host.Channels.Widget;

/// <summary>
/// The page <c>/</c>: the whole chat, in the language asked for by <c>?lang=</c>, else by the browser, until the conversation is in another.
/// </summary>
internal sealed class ChatPage(
    IOptions<CareOptions> care, IOptions<DirectLineOptions> directLine, Origins origins, PublicAddress address, AssetUrls assets)
{
    private const int NonceBytes = 16;

    /// <summary>The one empty style element that Web Chat makes without a nonce.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>Escapes what HTML gives a meaning to, and leaves letters of every script as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="http">The request.</param>
    /// <param name="lang">The language asked for; null where the browser's holds.</param>
    /// <param name="embed">The origin of the site in whose frame the page is; null where it stands for itself.</param>
    public IResult Show(HttpContext http, string? lang, string? embed)
    {
        var language = LanguageTags.FromTag(lang) ?? Preferred(http.Request) ?? Language.Italian;
        var nonce = RandomNumberGenerator.GetHexString(2 * NonceBytes, lowercase: true);

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers.CacheControl = "no-store";
        headers.Vary = HeaderNames.AcceptLanguage;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(Html(language, nonce, origins.MayEmbed(embed, http.Request.Host) ? embed : null), "text/html; charset=utf-8");
    }

    private static Language? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => LanguageTags.FromTag(accepted.Value.Value))
        .FirstOrDefault(language => language is not null);

    private string Policy(string nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}' {EmptyStyle}",
        $"img-src 'self' data: blob: {address.Origin}",
        $"media-src blob: 'self' {address.Origin}",
        $"connect-src 'self' data: blob: {address.StreamOrigin}",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        $"frame-ancestors {string.Join(' ', ["'self'", .. directLine.Value.TrustedOrigins])}");

    private string Html(Language language, string nonce, string? site)
    {
        var company = care.Value.Company;
        var texts = ChatTexts.In(language, company);
        var inLanguages = JsonSerializer.Serialize(ChatTexts.By(company), ChatJson.Default.IReadOnlyDictionaryStringChatTexts);
        return $"""
            <!doctype html>
            <html lang="{language.Tag()}"{(site is null ? "" : " class=\"framed\"")}>
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
              <meta name="color-scheme" content="light dark">
              <title>{Text(texts.PageTitle)}</title>
              <link rel="icon" type="image/svg+xml" href="{assets.Of("chat/icon.svg")}">
              <link rel="stylesheet" href="{assets.Of("chat/chat.css")}">
              <script defer src="{assets.Of("lib/webchat/webchat.js")}"></script>
              <script type="module" src="{assets.Of("chat/chat.js")}"></script>
            </head>
            <body>
              <div class="window">
                <header>
                  <span class="mark" aria-hidden="true">{Text(Initials(company))}</span>
                  <div class="who">
                    <h1>{Text(company)}</h1>
                    <p id="attendant">{Text(texts.Assistant)}</p>
                  </div>
                  <button type="button" id="new" hidden>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 4v12M4 10h12"/></svg>
                    <span data-text="newConversation">{Text(texts.NewConversation)}</span>
                  </button>
                  <button type="button" id="close" hidden>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5 5 15"/></svg>
                    <span class="unseen" data-text="close">{Text(texts.Close)}</span>
                  </button>
                </header>
                <p id="state" role="status" hidden></p>
                <noscript><p class="notice">{Text(texts.NoScript)}</p></noscript>
                <main id="chat" data-embed="{Text(site ?? "")}" data-style-nonce="{nonce}" data-initials="{Text(Initials(company))}" data-texts="{Text(inLanguages)}"
                  data-upload-bytes-max="{directLine.Value.MaxUploadBytes}" data-upload-files-max="{UploadReader.FilesMax}"></main>
                <p id="attached" role="status" hidden>
                  <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M13.500 6.500v6.500a3.500 3.500 0 0 1-7 0V5.500a2.250 2.250 0 0 1 4.500 0v7a1 1 0 0 1-2 0v-6"/></svg>
                  <span></span>
                  <button type="button" data-text="remove">{Text(texts.Remove)}</button>
                </p>
              </div>
              <dialog id="renew" aria-labelledby="renew-title">
                <h2 id="renew-title" data-text="newConversation">{Text(texts.NewConversation)}</h2>
                <p data-text="newConversationExplained">{Text(texts.NewConversationExplained)}</p>
                <div class="choices">
                  <button type="button" value="cancel" data-text="cancel">{Text(texts.Cancel)}</button>
                  <button type="button" value="begin" data-text="begin" class="first">{Text(texts.Begin)}</button>
                </div>
              </dialog>
            </body>
            </html>
            """;
    }

    private static string Text(string text) => Encoder.Encode(text);

    private static string Initials(string company) => string.Concat(company
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Take(2)
        .Select(word => char.ToUpperInvariant(word[0])));
}
