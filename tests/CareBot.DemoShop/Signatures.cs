using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CareBot.DemoShop;

/// <summary>Refuses calls that are not signed with the shop's secret: <c>X-CareBot-Signature: t=UNIX,v1=HEX</c>, HMAC-SHA256 over
/// <c>UNIX.METHOD.PATH.BODY</c>.</summary>
internal static class Signatures
{
    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(5);

    public static void UseSignatures(this WebApplication app, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
            if (IsSigned(context.Request, body, secret, app.Services.GetRequiredService<TimeProvider>().GetUtcNow()))
            {
                await next(context);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
        });
    }

    private static bool IsSigned(HttpRequest request, string body, string secret, DateTimeOffset now)
    {
        var parts = request.Headers["X-CareBot-Signature"].ToString().Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        if (!parts.TryGetValue("t", out var written) || !parts.TryGetValue("v1", out var given)
            || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || (now - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() > AgeMax)
        {
            return false;
        }

        var signed = $"{at}.{request.Method}.{request.PathBase}{request.Path.ToUriComponent()}{request.QueryString}.{body}";
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }
}
