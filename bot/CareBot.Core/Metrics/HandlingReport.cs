using CareBot.Turns;

namespace CareBot.Metrics;

/// <summary>How the contacts of a period were handled. Where nothing was measured a figure is null, never 0.</summary>
public sealed record HandlingReport
{
    /// <summary>The beginning of the period, included; null when it has none.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>The end of the period, not included; null when it has none.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>The contacts that started in the period, open ones included.</summary>
    public required int Contacts { get; init; }

    /// <summary>Resolved by the bot, confirmed or assumed, of all contacts that have ended.</summary>
    public required Ratio? BotResolution { get; init; }

    /// <summary>Contacts whose customer said last that an answer helped, of those who said either way.</summary>
    public required Ratio? Helpful { get; init; }

    /// <summary>The contacts that were passed to people, those still waiting included.</summary>
    public required int Handoffs { get; init; }

    /// <summary>From the queue to the claim, of the contacts that were claimed.</summary>
    public required Spread WaitSeconds { get; init; }

    /// <summary>From the claim to the close, of the contacts that a person closed.</summary>
    public required Spread HandleSeconds { get; init; }

    /// <summary>What customers gave, from 1 to 5.</summary>
    public required RatingMean Rating { get; init; }

    /// <summary>The same by topic, the most contacts first, then by name; the key is null for contacts without a topic.</summary>
    public required IReadOnlyList<HandlingSlice> ByTopic { get; init; }

    /// <summary>The same by channel, the most contacts first, then by name.</summary>
    public required IReadOnlyList<HandlingSlice> ByChannel { get; init; }

    /// <summary>Reports on the contacts that started in [<paramref name="from"/>, <paramref name="to"/>), whatever order they come in.</summary>
    public static HandlingReport Of(IEnumerable<ContactRecord> contacts, DateTimeOffset? from, DateTimeOffset? to)
    {
        var counted = contacts
            .Where(contact => (from is null || contact.StartedAt >= from) && (to is null || contact.StartedAt < to))
            .ToList();

        return new()
        {
            From = from,
            To = to,
            Contacts = counted.Count,
            BotResolution = BotResolved(counted),
            Helpful = Helped(counted),
            Handoffs = HandedOff(counted),
            WaitSeconds = Spread.Of(counted
                .Where(contact => contact is { QueuedAt: not null, ClaimedAt: not null })
                .Select(contact => contact.ClaimedAt!.Value - contact.QueuedAt!.Value)),
            HandleSeconds = Spread.Of(counted
                .Where(contact => contact is { ClaimedAt: not null, ClosedAt: not null, Outcome: Outcome.Handoff })
                .Select(contact => contact.ClosedAt!.Value - contact.ClaimedAt!.Value)),
            Rating = RatingMean.Of(counted),
            ByTopic = Slices(counted, contact => contact.Topic),
            ByChannel = Slices(counted, contact => contact.Channel),
        };
    }

    private static Ratio? BotResolved(IReadOnlyList<ContactRecord> contacts) => Ratio.Of(
        contacts.Count(contact => contact.Outcome is Outcome.ResolvedConfirmed or Outcome.ResolvedAssumed),
        contacts.Count(contact => contact.Outcome is not null));

    private static Ratio? Helped(IReadOnlyList<ContactRecord> contacts) => Ratio.Of(
        contacts.Count(contact => contact.Helpful == true),
        contacts.Count(contact => contact.Helpful is not null));

    private static int HandedOff(IReadOnlyList<ContactRecord> contacts) => contacts.Count(contact => contact.QueuedAt is not null);

    private static List<HandlingSlice> Slices(IEnumerable<ContactRecord> contacts, Func<ContactRecord, string?> key) =>
    [
        .. contacts
            .GroupBy(key)
            .Select(group => Slice(group.Key, [.. group]))
            .OrderByDescending(slice => slice.Contacts)
            .ThenBy(slice => slice.Key, StringComparer.Ordinal),
    ];

    private static HandlingSlice Slice(string? key, IReadOnlyList<ContactRecord> contacts) =>
        new(key, contacts.Count, BotResolved(contacts), Helped(contacts), HandedOff(contacts));
}

/// <summary>The part of a report that concerns one topic or channel; the figures are defined as in <see cref="HandlingReport"/>.</summary>
public sealed record HandlingSlice(string? Key, int Contacts, Ratio? BotResolution, Ratio? Helpful, int Handoffs);

/// <summary>The mean of the ratings, and of how many; null when there is none.</summary>
public sealed record RatingMean(double? Mean, int N)
{
    internal static RatingMean Of(IEnumerable<ContactRecord> contacts)
    {
        var scores = contacts.Select(contact => contact.Rating).OfType<int>().ToList();
        return new(scores.Count == 0 ? null : (double)scores.Sum() / scores.Count, scores.Count);
    }
}
