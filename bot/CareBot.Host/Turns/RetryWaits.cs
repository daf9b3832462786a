namespace CareBot.Host.Turns;

/// <summary>The waits between tries of what the world outside has not taken.</summary>
internal static class RetryWaits
{
    /// <summary>In order; whoever tries more often than this goes on with the last.</summary>
    public static readonly IReadOnlyList<TimeSpan> All =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
    ];
}
