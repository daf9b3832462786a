using CareBot.Host.Desk;

namespace CareBot.Host.Pages;

/// <summary>Stands before every staff page, its assets and the connection that keeps it alive.</summary>
internal sealed class StaffPolicy(DeskAccess access) : IMiddleware
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
        else if (access.Allows(context))
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurity;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static bool IsForStaff(PathString path) => path.StartsWithSegments("/desk") || path.StartsWithSegments("/_blazor");
}
