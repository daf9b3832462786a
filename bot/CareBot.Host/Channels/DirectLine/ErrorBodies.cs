namespace CareBot.Host.Channels.DirectLine;

/// <summary>Gives what goes wrong a body that clients can read: what the server refuses, and bugs.</summary>
internal static class ErrorBodies
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException malformed) when (!http.Response.HasStarted)
        {
            await (malformed.StatusCode == StatusCodes.Status413PayloadTooLarge ? WireError.MessageTooBig : WireError.BadSyntax)
                .ExecuteAsync(http);
        }
#pragma warning disable CA1031 // The one place where a bug behind Direct Line becomes an answer; the log has the whole of it.
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.RequestFailed(
                http.RequestServices.GetRequiredService<ILogger<WireError>>(), failure, http.Request.Method, http.Request.Path);
            await WireError.ServiceError.ExecuteAsync(http);
        }
    }
}
