using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareBot.Host.Channels.Widget;

/// <summary><c>/embed.js</c>: the script that puts the chat on a page of another site, with the origins that may show it written in.</summary>
internal sealed class EmbedScript(IWebHostEnvironment environment, IOptions<DirectLineOptions> directLine)
{
    private const string File = "embed/embed.js";

    private const string OriginsMark = "/*origins*/";

    /// <summary>Sites name it without a version: browsers ask again that often, and get it again only when it has changed.</summary>
    private static readonly TimeSpan CacheMax = TimeSpan.FromMinutes(5);

    private readonly Lazy<byte[]> script = new(() => Read(environment, directLine.Value.TrustedOrigins));

    public IResult Give(HttpContext http)
    {
        http.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = CacheMax };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Bytes(script.Value, "text/javascript; charset=utf-8", entityTag: TagOf(script.Value));
    }

    private static byte[] Read(IWebHostEnvironment environment, IEnumerable<string> origins)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(File).CreateReadStream());
        var names = origins.Select(origin => JsonSerializer.Serialize(origin.ToLowerInvariant(), ChatJson.Default.String));
        return Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(OriginsMark, string.Join(", ", names), StringComparison.Ordinal));
    }

    private static EntityTagHeaderValue TagOf(byte[] script) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(script))}\"");
}
