using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>A refusal as clients of Direct Line read it.</summary>
internal sealed record WireError(int Status, string Code, string Message) : IResult
{
    public static WireError Unauthorized { get; } =
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "Send \"Authorization: Bearer <secret or token>\".");

    public static WireError Forbidden { get; } =
        new(StatusCodes.Status403Forbidden, "Unauthorized", "This secret or token is not valid here.");

    public static WireError ForbiddenOrigin { get; } =
        new(StatusCodes.Status403Forbidden, "Unauthorized", "Pages of this origin may not call.");

    public static WireError TokenExpired { get; } = new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static WireError ConversationNotFound { get; } =
        new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation, or it is not started.");

    public static WireError NotFound { get; } = new(StatusCodes.Status404NotFound, "NotFound", "There is nothing here.");

    public static WireError MethodNotAllowed { get; } =
        new(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "This cannot be done here.");

    public static WireError MessageTooBig { get; } =
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The body is too large.");

    public static WireError NoRoom { get; } =
        new(StatusCodes.Status429TooManyRequests, "TooManyRequests", "There is no room for more files now: say it in words, or try again later.");

    public static WireError BadSyntax { get; } =
        new(StatusCodes.Status400BadRequest, "BadSyntax", "The body must be a JSON object of the documented shape.");

    public static WireError ServiceError { get; } =
        new(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong here. Try again.");

    public static WireError BadArgument(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static WireError MissingProperty(string message) => new(StatusCodes.Status400BadRequest, "MissingProperty", message);

    public static WireError TooManyRequests { get; } =
        new(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many requests. Wait as long as Retry-After says.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(
            new ErrorReply(new(Code, Message)), WireJson.Wire.ErrorReply, contentType: null, httpContext.RequestAborted);
    }
}
