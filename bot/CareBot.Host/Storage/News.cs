namespace CareBot.Host.Storage;

/// <summary>Tells whoever listens that something new about a conversation has been saved. It carries no content: listeners read the store.</summary>
/// <remarks>Listeners are called outside the lock, on the saving thread, and must not block: they set a signal and return.</remarks>
internal sealed class News
{
    private readonly Lock gate = new();
    private Action<ConversationId>[] listeners = [];

    public IDisposable Subscribe(Action<ConversationId> listener)
    {
        lock (gate)
        {
            listeners = [.. listeners, listener];
        }

        return new Subscription(this, listener);
    }

    public void Publish(ConversationId conversation)
    {
        // An array is never changed once it is here, so reading it needs no lock.
        foreach (var listener in Volatile.Read(ref listeners))
        {
            listener(conversation);
        }
    }

    private sealed class Subscription(News news, Action<ConversationId> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (news.gate)
            {
                var index = Array.IndexOf(news.listeners, listener);
                if (index >= 0)
                {
                    news.listeners = [.. news.listeners[..index], .. news.listeners[(index + 1)..]];
                }
            }
        }
    }
}
