using CareBot.Host.Desk;

namespace CareBot.Host.Pages;

/// <summary>Stands before every staff page, its assets and the connection that keeps it alive.</summary>
internal sealed class StaffPolicy(DeskAccess access, IHostApplicationLifetime lifetime) : IMiddleware
{
    /// <summary>Everything from this service and nothing inline, so that words of a customer can never become a script.</summary>
    public const string ContentSecurity =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsForStaff(context.Request.Path))
        {
            await next(context);
        }
        else if (!access.Allows(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (IsConnection(context.Request.Path) && lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A page whose connection was just closed would open the next one at once and hold up the stop until its time is out.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurity;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            await next(context);
        }
    }

    private static bool IsForStaff(PathString path) => path.StartsWithSegments("/desk") || IsConnection(path);

    private static bool IsConnection(PathString path) => path.StartsWithSegments("/_blazor");
}
