namespace CareBot.Host.Channels.Protocol;

/// <summary>What this service's own page reads from <c>channelData</c>; other clients leave it alone.</summary>
public sealed record SpeakerData(SpeakerData.Mark Carebot)
{
    /// <summary>Who said this, and who had the conversation then.</summary>
    /// <param name="Speaker"><c>bot</c> or <c>agent</c>.</param>
    /// <param name="With"><c>bot</c>, <c>queue</c> or <c>agent</c>.</param>
    /// <param name="Agent">The person's name as customers see it; null unless <paramref name="With"/> is <c>agent</c>.</param>
    public sealed record Mark(string Speaker, string With, string? Agent);
}
