using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

internal static class DirectLineSetup
{
    private const string Path = "/v3/directline";

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
    }
}
