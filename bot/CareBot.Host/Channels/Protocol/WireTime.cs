using System.Globalization;

namespace CareBot.Host.Channels.Protocol;

/// <summary>Instants as activities carry them: UTC, to the millisecond.</summary>
internal static class WireTime
{
    public static string Of(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
