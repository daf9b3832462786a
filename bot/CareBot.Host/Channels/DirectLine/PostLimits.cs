using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>How much may be posted. Reading is never limited: one refused poll ends an official client's polling for good.</summary>
internal sealed class PostLimits(IOptions<DirectLineOptions> options) : IDisposable
{
    /// <summary>The tokens and conversations that one secret or address may ask for in <see cref="StartWindow"/>.</summary>
    private const int StartsMax = 1200;

    private static readonly TimeSpan StartWindow = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> posts =
        Windows(options.Value.PostLimit, TimeSpan.FromSeconds(options.Value.PostWindowSeconds));

    private readonly PartitionedRateLimiter<string> starts = Windows(StartsMax, StartWindow);

    /// <summary>Counts an activity posted to a conversation.</summary>
    /// <returns>Null when it may pass.</returns>
    public WireError? CountPost(ConversationId conversation, HttpResponse response) => Count(posts, conversation.Value, response);

    /// <summary>Counts a token or a conversation asked for.</summary>
    /// <returns>Null when it may pass.</returns>
    public WireError? CountStart(HttpContext http) => Count(
        starts, http.Caller() is Caller.BackEnd ? "secret" : http.Connection.RemoteIpAddress?.ToString() ?? "", http.Response);

    public void Dispose()
    {
        posts.Dispose();
        starts.Dispose();
    }

    private static WireError? Count(PartitionedRateLimiter<string> limiter, string key, HttpResponse response)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return WireError.TooManyRequests;
    }

    private static PartitionedRateLimiter<string> Windows(int max, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new() { PermitLimit = max, Window = window, QueueLimit = 0 }));
}
