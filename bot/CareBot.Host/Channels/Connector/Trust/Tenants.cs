using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Whose people are answered in Teams. A channel's token proves that Teams sent an activity, not for which company.</summary>
internal sealed class Tenants(IOptions<BotFrameworkOptions> options)
{
    private readonly HashSet<string> allowed = new(Allowed(options.Value), StringComparer.OrdinalIgnoreCase);

    public bool Allow(Activity activity) =>
        allowed.Count == 0 || activity.ChannelId != ConnectorMessage.TeamsChannel || (TenantOf(activity) is { } tenant && allowed.Contains(tenant));

    /// <summary>The tenant that an activity comes from; null when it says none.</summary>
    public static string? TenantOf(Activity activity) =>
        activity.Conversation?.Rest is { } conversation && conversation.TryGetValue("tenantId", out var own) && Text(own) is { } direct
            ? direct
            : activity.ChannelData is { ValueKind: JsonValueKind.Object } data
                && data.TryGetProperty("tenant", out var tenant)
                    ? tenant.TextOf("id")
                    : null;

    private static List<string> Allowed(BotFrameworkOptions options)
    {
        var listed = options.AllowedTenants.Where(tenant => tenant.Length > 0).ToList();
        return listed.Count > 0 ? listed
            : options is { AppType: BotFrameworkOptions.SingleTenant, TenantId.Length: > 0 } ? [options.TenantId]
            : [];
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
