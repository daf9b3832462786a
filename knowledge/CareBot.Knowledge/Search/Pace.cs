using System.Collections.Concurrent;
using System.Diagnostics;

namespace CareBot.Knowledge.Search;

/// <summary>How much of a core work in the background takes, and when it gives up.</summary>
/// <remarks>One thread at a time uses it. Threads of .NET have no priorities on every system, so what is to leave room for
/// customers has to rest.</remarks>
public sealed class Pace
{
    /// <summary>How long it works without a rest: shorter than anybody notices.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(3);

    private readonly double share;
    private readonly CancellationToken cancellation;
    private long since = Stopwatch.GetTimestamp();

    /// <param name="share">The share of a core that it takes, above 0; 1 never rests.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public Pace(double share, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        this.share = share;
        this.cancellation = cancellation;
    }

    /// <summary>Work that somebody waits for.</summary>
    public static Pace Full(CancellationToken cancellation) => new(1, cancellation);

    /// <summary>Does pieces of work, each with a pace of its own: all at once where somebody waits for them, one after the other where
    /// cores are left to others.</summary>
    /// <returns>What they came to, in their order.</returns>
    public IReadOnlyList<T> Do<T>(params IReadOnlyList<Func<Pace, T>> pieces) => share < 1
        ? [.. pieces.Select(piece => piece(this))]

        // As an array they are waited for by a thread that does its share: a spread would only wait, and keep a core's thread from it.
        : Partitioner.Create([.. pieces], loadBalance: true).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(piece => piece(Full(cancellation))).ToArray();

    /// <summary>To be called between small pieces of work: rests when it is time to.</summary>
    /// <exception cref="OperationCanceledException">The work is to be given up.</exception>
    public void Step()
    {
        cancellation.ThrowIfCancellationRequested();
        var worked = Stopwatch.GetElapsedTime(since);
        if (share < 1 && worked >= Stretch)
        {
            cancellation.WaitHandle.WaitOne(worked * ((1 / share) - 1));
            since = Stopwatch.GetTimestamp();
        }
    }
}
