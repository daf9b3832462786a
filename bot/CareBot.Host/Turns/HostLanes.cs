namespace CareBot.Host.Turns;

/// <summary>Lets few conversations at a time through to each host. The others wait here and hold nobody up.</summary>
internal sealed class HostLanes
{
    /// <summary>The conversations that one host is sent at the same time: a host that hangs holds as many workers and no more.</summary>
    public const int PerHostMax = 4;

    private readonly Dictionary<string, Lane> lanes = [];

    /// <returns>Whether it may go now; if not, it is handed back by a <see cref="Leave"/>.</returns>
    public bool TryEnter(string host, ConversationId conversation)
    {
        lock (lanes)
        {
            if (!lanes.TryGetValue(host, out var lane))
            {
                lanes.Add(host, lane = new Lane());
            }

            if (lane.Inside < PerHostMax)
            {
                lane.Inside++;
                return true;
            }

            if (lane.Known.Add(conversation))
            {
                lane.Waiting.Enqueue(conversation);
            }

            return false;
        }
    }

    /// <returns>Who has waited longest and may try now; null when nobody waits.</returns>
    public ConversationId? Leave(string host)
    {
        lock (lanes)
        {
            var lane = lanes[host];
            lane.Inside--;
            if (lane.Waiting.TryDequeue(out var next))
            {
                lane.Known.Remove(next);
                return next;
            }

            if (lane.Inside == 0)
            {
                lanes.Remove(host);
            }

            return null;
        }
    }

    private sealed class Lane
    {
        public int Inside { get; set; }

        public Queue<ConversationId> Waiting { get; } = [];

        /// <summary>Those that wait: once is enough.</summary>
        public HashSet<ConversationId> Known { get; } = [];
    }
}
