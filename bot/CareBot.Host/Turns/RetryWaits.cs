using System.Security.Cryptography;

namespace CareBot.Host.Turns;

/// <summary>The waits between tries of what the world outside has not taken.</summary>
internal static class RetryWaits
{
    /// <summary>How much longer than planned a wait may be.</summary>
    private const int JitterPercent = 25;

    private static readonly TimeSpan[] All =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    /// <summary>The wait after some tries, and a little more, for each otherwise: what failed together must not come back together.</summary>
    /// <param name="attempts">The tries before this one; whoever tries more often than there are waits goes on with the last.</param>
    /// <param name="asked">How long the other side asks to be left alone; null when it does not say.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked = null)
    {
        var planned = All[Math.Min(attempts, All.Length - 1)];
        return (asked > planned ? asked.Value : planned) * (1 + (RandomNumberGenerator.GetInt32(JitterPercent) / 100d));
    }
}
