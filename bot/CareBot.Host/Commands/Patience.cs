namespace CareBot.Host.Commands;

/// <summary>Says what takes long, once it does, to a person who waits for it: neither quick work nor a script is disturbed.</summary>
internal sealed class Patience : IDisposable
{
    /// <summary>How long people wait without wondering.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    private readonly Timer timer;

    private Patience(string what) =>
        timer = new(_ => Console.Error.WriteLine($"carebot: {what} …"), null, Console.IsErrorRedirected ? Timeout.InfiniteTimeSpan : Unnoticed, Timeout.InfiniteTimeSpan);

    /// <param name="what">What is being done, as a sentence without its full stop.</param>
    public static Patience While(string what) => new(what);

    public void Dispose() => timer.Dispose();
}
