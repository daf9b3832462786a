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

    /// <summary>Waits for several keys, always in the same order, so that nobody holds what another waits for and waits for what that one holds.</summary>
    public async Task<IDisposable> EnterAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var held = new Held();
        try
        {
            foreach (var key in keys.Distinct().Order(StringComparer.Ordinal))
            {
                held.Add(await EnterAsync(key, cancellation));
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
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

    private sealed class Held : IDisposable
    {
        private readonly List<IDisposable> keys = [];

        public void Add(IDisposable key) => keys.Add(key);

        public void Dispose() => keys.ForEach(key => key.Dispose());
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
