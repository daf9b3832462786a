using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CareBot.DemoShop;

/// <summary>Everything that was done in the shop. What comes again with the same key is not done again: the first answer is given.</summary>
internal sealed class Ledger
{
    /// <summary>The entries kept; a demonstration has far fewer.</summary>
    private const int EntriesMax = 100_000;

    private readonly ConcurrentDictionary<string, Entry> done = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (writing)
            {
                return [.. entries];
            }
        }
    }

    /// <summary>Does something once.</summary>
    /// <param name="key">By what a repetition is told.</param>
    /// <param name="what">What is done: <c>payments.refund</c>.</param>
    /// <param name="with">What was told.</param>
    /// <returns>The answer: a reference by which it is known.</returns>
    public Entry Do(string key, string what, JsonObject with)
    {
        lock (writing)
        {
            if (done.TryGetValue(key, out var before))
            {
                return before;
            }

            if (entries.Count >= EntriesMax)
            {
                throw new InvalidOperationException("The ledger of the demonstration is full; start it again.");
            }

            var entry = new Entry($"{what[..1].ToUpperInvariant()}{(entries.Count + 1).ToString("0000", CultureInfo.InvariantCulture)}", key, what, with);
            entries.Add(entry);
            done[key] = entry;
            return entry;
        }
    }
}

/// <summary>Something that was done.</summary>
internal sealed record Entry(string Reference, string Key, string What, JsonObject With);
