namespace CareBot.Host.Commands;

/// <summary>Work of a command that takes seconds.</summary>
internal static class StoppableWork
{
    /// <summary>Does it on a thread of its own. Who stops it does not wait until it notices: what the command has put aside is taken
    /// away at once, before the time is up that a stopped program is given.</summary>
    /// <remarks>So it must leave nothing behind itself that is worse than nothing.</remarks>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(work, cancellation).WaitAsync(cancellation);
}
