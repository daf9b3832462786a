using CareBot.Host.Settings;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Turns;

internal static class TurnsSetup
{
    public static void AddTurns(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CareOptions>().BindConfiguration(CareOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CareOptions>, CareOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<CareOptions>, TimeZoneIsKnown>();
        builder.Services.AddSingleton<ActionQueue>();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Outbox>());
        builder.Services.AddHostedService<DeadlineWatch>();
    }
}
