using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Channels.Connector;

/// <summary>The public keys of one issuer of tokens, as its metadata describe them.</summary>
/// <remarks>The library's own cache fetches an unknown key in the background: the call that brought it would be refused. Here it waits
/// for the key, and no stranger can make this service fetch more than once in five minutes.</remarks>
internal sealed class KeyRing(string metadata, IDocumentRetriever documents, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>How long keys are taken to be current.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    /// <summary>The least time between two looks for keys that are not known.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The least time between two looks while there are no keys at all.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Kept? kept;
    private DateTimeOffset? lookedAt;

    /// <summary>The key of that name; null when the issuer has none, or cannot be asked.</summary>
    public async Task<JsonWebKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (Known(id) is { } known)
        {
            return known;
        }

        await one.WaitAsync(cancellation);
        try
        {
            // Somebody may have fetched it while this call waited.
            if (Known(id) is { } fetched)
            {
                return fetched;
            }

            if (MayLook())
            {
                await FetchAsync(cancellation);
            }

            return kept?.Keys.GetValueOrDefault(id);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private JsonWebKey? Known(string id) =>
        kept is { } keys && clock.GetUtcNow() - keys.At < FreshFor ? keys.Keys.GetValueOrDefault(id) : null;

    private bool MayLook() => lookedAt is not { } at || clock.GetUtcNow() - at >= (kept is null ? TryAgainAfter : LookAgainAfter);

    /// <summary>Old keys stay when new ones cannot be had.</summary>
    private async Task FetchAsync(CancellationToken cancellation)
    {
        lookedAt = clock.GetUtcNow();
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, documents, cancellation);
            kept = new(
                clock.GetUtcNow(),
                configuration.JsonWebKeySet.Keys.Where(key => key.Kid is { Length: > 0 })
                    .DistinctBy(key => key.Kid)
                    .ToDictionary(key => key.Kid, StringComparer.Ordinal));
        }
#pragma warning disable CA1031 // Whatever the library throws over what a server sent: the keys of before are used, and the log says why.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.KeysNotFetched(logger, failure, metadata);
        }
    }

    private sealed record Kept(DateTimeOffset At, IReadOnlyDictionary<string, JsonWebKey> Keys);
}
