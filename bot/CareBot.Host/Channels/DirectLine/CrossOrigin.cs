using Microsoft.Net.Http.Headers;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Answers browsers that call from other origins. Refusals carry the grant too: without it a page sees no status and tries for a quarter of an hour.</summary>
internal static class CrossOrigin
{
    private const string AgeMaxSeconds = "600";

    /// <summary>Grants the origin of a page that the configuration trusts, and answers preflights.</summary>
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var trusted = http.RequestServices.GetRequiredService<Origins>().Trust(http.Request, null);
        if (trusted)
        {
            Grant(http);
        }

        if (!HttpMethods.IsOptions(http.Request.Method))
        {
            await next(http);
        }
        else if (trusted)
        {
            http.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
            http.Response.Headers.AccessControlMaxAge = AgeMaxSeconds;
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await WireError.ForbiddenOrigin.ExecuteAsync(http);
        }
    }

    public static void Grant(HttpContext http)
    {
        if (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            var headers = http.Response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlAllowCredentials = "true";
            headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
            headers.Vary = HeaderNames.Origin;
        }
    }

    public static void Withdraw(HttpResponse response)
    {
        response.Headers.Remove(HeaderNames.AccessControlAllowOrigin);
        response.Headers.Remove(HeaderNames.AccessControlAllowCredentials);
    }
}
