using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Desk;

/// <summary>The last thing people wrote in a conversation.</summary>
/// <param name="Text">The first signs of it, on one line; empty when nobody has written.</param>
/// <param name="At">When; null when nobody has written.</param>
/// <param name="AwaitsReply">Whether the customer has written after the agent's last message.</param>
internal sealed record LastWord(string Text, DateTimeOffset? At, bool AwaitsReply);

/// <summary>Remembers the last words of the conversations on the lists, so that a list costs one query and not one for each line.</summary>
internal sealed class LastWords : IDisposable
{
    /// <summary>The entries looked through, from the end. Further back lies nothing that a list should show as the last word.</summary>
    private const int EntriesMax = 60;

    /// <summary>The characters shown.</summary>
    private const int PreviewMax = 140;

    private readonly Journal journal;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationId, LastWord> known = [];
    private long changes;

    public LastWords(Journal journal, News news)
    {
        this.journal = journal;
        subscription = news.Subscribe(Forget);
    }

    public LastWord Of(ConversationId conversation)
    {
        long before;
        lock (gate)
        {
            if (known.TryGetValue(conversation, out var word))
            {
                return word;
            }

            before = changes;
        }

        var read = Read(conversation);
        lock (gate)
        {
            // What was saved while this was being read may be missing in it: then it is not kept.
            if (changes == before)
            {
                known[conversation] = read;
            }
        }

        return read;
    }

    public void Dispose() => subscription.Dispose();

    private void Forget(ConversationId conversation)
    {
        lock (gate)
        {
            changes++;
            known.Remove(conversation);
        }
    }

    private LastWord Read(ConversationId conversation)
    {
        var entries = journal.Read(conversation, EntriesMax);
        var now = new CurrentWords(entries.Select(entry => entry.Event));
        return entries
            .Reverse()
            .Select(entry => Words(entry.Event, now) is { } words
                ? new LastWord(Preview(words), entry.At, entry.Event is CareEvent.CustomerSaid)
                : null)
            .FirstOrDefault(word => word is not null) ?? new("", null, false);
    }

    /// <summary>What people say in an entry; null for what they have not said, or have taken back.</summary>
    private static string? Words(CareEvent happened, CurrentWords now) => happened switch
    {
        CareEvent.CustomerSaid said => now.Of(said) is { } words && words.Length == 0 && said.Files is { } files
            ? string.Join(", ", files.Select(file => file.Name))
            : now.Of(said),
        CareEvent.AgentSaid said => said.Text,
        _ => null,
    };

    private static string Preview(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= PreviewMax)
        {
            return line;
        }

        // A sign outside the basic plane is two characters: it is kept whole or left out.
        var end = char.IsHighSurrogate(line[PreviewMax - 1]) ? PreviewMax - 1 : PreviewMax;
        return $"{line[..end]}…";
    }
}
