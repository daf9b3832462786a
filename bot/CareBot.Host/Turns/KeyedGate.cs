namespace CareBot.Host.Turns;

/// <summary>Lets one at a time through for each key, and others beside. A key that nobody holds costs nothing.</summary>
internal sealed class KeyedGate
{
    private readonly Dictionary<string, Waiting> holders = [];

    /// <summary>Waits for the key; disposing the result lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        Waiting waiting;
        lock (holders)
        {
            if (!holders.TryGetValue(key, out waiting!))
            {
                holders.Add(key, waiting = new Waiting());
            }

            waiting.Count++;
        }

        try
        {
            await waiting.Turn.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(key, waiting);
            throw;
        }

        return new Holder(this, key, waiting);
    }

    private void Leave(string key, Waiting waiting)
    {
        lock (holders)
        {
            if (--waiting.Count == 0)
            {
                holders.Remove(key);
                waiting.Turn.Dispose();
            }
        }
    }

    private sealed class Waiting
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Count { get; set; }
    }

    private sealed class Holder(KeyedGate gate, string key, Waiting waiting) : IDisposable
    {
        public void Dispose()
        {
            waiting.Turn.Release();
            gate.Leave(key, waiting);
        }
    }
}
