using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

internal static class DirectLineSetup
{
    private const string Path = "/v3/directline";

    private static readonly string[] KnownPaths =
    [
        "/tokens/generate", "/tokens/refresh", "/conversations", "/conversations/{id}", "/conversations/{id}/activities",
        "/conversations/{id}/stream", "/conversations/{id}/upload", "/session/getsessionid",
    ];

    public static void AddDirectLine(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DirectLineOptions>().BindConfiguration("DirectLine").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<DirectLineOptions>, SecretsAndOriginsAreSound>();
        builder.Services.AddSingleton<Origins>();
        builder.Services.AddSingleton<TokenKeys>();
        builder.Services.AddSingleton<DirectLineTokens>();
        builder.Services.AddSingleton<PostLimits>();
        builder.Services.AddSingleton<DirectLineConversations>();
        builder.Services.AddSingleton<Transcript>();
        builder.Services.AddSingleton<StreamAddress>();
        builder.Services.AddSingleton<Streams>();
        builder.Services.AddSingleton<StreamSession>();
        builder.Services.AddSingleton<Postbox>();
        builder.Services.AddSingleton<UploadReader>();
        builder.Services.AddSingleton<UploadPostbox>();
        builder.Services.AddHostedService<UploadRetention>();
        builder.Services.AddSingleton<IChannel, DirectLineChannel>();
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal), branch =>
        {
            branch.Use(CrossOrigin.InvokeAsync);
            branch.Use(ErrorBodies.InvokeAsync);
        });
        app.UseWebSockets();

        var directLine = app.MapGroup(Path);
        directLine.MapStream();

        var callers = directLine.MapGroup("").AddEndpointFilter<CallerFilter>();
        callers.MapTokens();
        callers.MapConversations();
        callers.MapActivities();
        callers.MapUpload();
        directLine.MapRefusals();
        app.MapUploadedFiles();
    }

    /// <summary>Says of known paths that the verb is wrong, and of others that nothing is there. Routes with a verb go before these.</summary>
    private static void MapRefusals(this IEndpointRouteBuilder directLine)
    {
        foreach (var known in KnownPaths)
        {
            directLine.Map(known, () => WireError.MethodNotAllowed);
        }

        directLine.Map("/{**unknown}", () => WireError.NotFound);
    }
}
