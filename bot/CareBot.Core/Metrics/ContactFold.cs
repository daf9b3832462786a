using CareBot.Turns;

namespace CareBot.Metrics;

/// <summary>Makes a contact's record out of its events, one at a time and in order.</summary>
public static class ContactFold
{
    /// <summary>The contact whose record an event changes; null for an event that changes none.</summary>
    public static ContactId? ContactOf(CareEvent happened) => happened switch
    {
        CareEvent.ContactStarted started => started.Contact,
        CareEvent.LanguageChanged changed => changed.Contact,
        CareEvent.Answered answered => answered.Contact,
        CareEvent.HelpJudged judged => judged.Contact,
        CareEvent.HandoffInitiated initiated => initiated.Contact,
        CareEvent.HandoffAccepted accepted => accepted.Contact,
        CareEvent.HandoffTransferred transferred => transferred.Contact,
        CareEvent.AgentSaid said => said.Contact,
        CareEvent.ContactEnded ended => ended.Contact,
        CareEvent.Rated rated => rated.Contact,

        // No figure depends on the rest: words, notes, choices offered, misses, promises not kept.
        _ => null,
    };

    /// <summary>The record after one event. Total: an event of another contact, or one that does not fit, changes nothing.</summary>
    /// <param name="record">The record so far; null before the contact's start.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="conversation">Where it happened.</param>
    /// <param name="at">When it happened.</param>
    /// <returns>The record; null as long as the contact's start has not been seen.</returns>
    public static ContactRecord? Apply(
        ContactRecord? record, CareEvent happened, ConversationId conversation, DateTimeOffset at)
    {
        if (record is null)
        {
            return happened is CareEvent.ContactStarted started ? Open(started, conversation, at) : null;
        }

        if (ContactOf(happened) != record.Id)
        {
            return record;
        }

        return happened switch
        {
            CareEvent.LanguageChanged changed => record with { Language = changed.Language },
            CareEvent.Answered answered => record with
            {
                Topic = answered.Topic.Length == 0 ? null : answered.Topic,
                FirstAnswerAt = record.FirstAnswerAt ?? at,
                Articles = [.. record.Articles, answered.Article],
                Confidence = record.Confidence ?? answered.Confidence,
            },
            CareEvent.HelpJudged judged => record with { Helpful = judged.Helpful },
            CareEvent.HandoffInitiated initiated => record with
            {
                QueuedAt = record.QueuedAt ?? at,
                HandoffReason = record.HandoffReason ?? initiated.Reason,
            },
            CareEvent.HandoffAccepted accepted => record with
            {
                ClaimedAt = record.ClaimedAt ?? at,
                Agent = accepted.Agent.Id,
            },
            CareEvent.HandoffTransferred transferred => record with { Agent = transferred.To.Id },
            CareEvent.AgentSaid said => record with
            {
                FirstHumanReplyAt = record.FirstHumanReplyAt ?? at,
                Agent = said.Agent.Id,
            },
            CareEvent.ContactEnded ended => record with { Outcome = ended.Outcome, ClosedAt = at },
            CareEvent.Rated rated => record with { Rating = rated.Score },

            // A contact starts once.
            _ => record,
        };
    }

    private static ContactRecord Open(CareEvent.ContactStarted started, ConversationId conversation, DateTimeOffset at) => new()
    {
        Id = started.Contact,
        Conversation = conversation,
        Channel = started.Channel,
        Language = started.Language,
        StartedAt = at,
    };
}
