namespace CareBot.Turns;

/// <summary>What customers' messages say now: as they were written, as they were changed, or nothing any more.</summary>
/// <param name="events">What happened, in order, from the messages on.</param>
public sealed class CurrentWords(IEnumerable<CareEvent> events)
{
    private readonly Dictionary<string, string?> changed = Changed(events);

    /// <summary>The words of a message; null where the customer has deleted it.</summary>
    public string? Of(CareEvent.CustomerSaid said) => said.Message is { } message && changed.TryGetValue(message, out var words) ? words : said.Text;

    private static Dictionary<string, string?> Changed(IEnumerable<CareEvent> events)
    {
        var changed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            switch (happened)
            {
                case CareEvent.CustomerCorrected corrected:
                    changed[corrected.Message] = corrected.Text;
                    break;
                case CareEvent.CustomerWithdrew withdrew:
                    changed[withdrew.Message] = null;
                    break;
            }
        }

        return changed;
    }
}
