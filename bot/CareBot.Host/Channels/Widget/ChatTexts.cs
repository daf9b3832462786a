namespace CareBot.Host.Channels.Widget;

/// <summary>What the page says itself, in one language. What the assistant says comes through the conversation.</summary>
internal sealed record ChatTexts
{
    /// <summary>The language that Web Chat's own texts are in.</summary>
    public required string Locale { get; init; }

    public required string Title { get; init; }
    public required string Assistant { get; init; }
    public required string Agent { get; init; }
    public required string Placeholder { get; init; }
    public required string NewConversation { get; init; }
    public required string NewConversationExplained { get; init; }
    public required string Begin { get; init; }
    public required string Cancel { get; init; }
    public required string Connecting { get; init; }
    public required string Reconnecting { get; init; }
    public required string Unavailable { get; init; }
    public required string NoScript { get; init; }

    public static ChatTexts In(Language language) => language == Language.Italian ? Italian : English;

    private static ChatTexts Italian { get; } = new()
    {
        Locale = "it-IT",
        Title = "Assistenza clienti",
        Assistant = "Assistente automatico",
        Agent = "Operatore",
        Placeholder = "Scriva la sua domanda",
        NewConversation = "Nuova conversazione",
        NewConversationExplained =
            "Questa conversazione si chiude qui e non potrà più riaprirla. Se sta parlando con un collega, perderà il contatto.",
        Begin = "Inizia da capo",
        Cancel = "Annulla",
        Connecting = "Connessione in corso…",
        Reconnecting = "Connessione interrotta. Riconnessione…",
        Unavailable = "La chat non è disponibile in questo momento. Riprovi tra qualche minuto.",
        NoScript = "Per usare la chat serve JavaScript: lo attivi nelle impostazioni del browser e ricarichi la pagina.",
    };

    private static ChatTexts English { get; } = new()
    {
        Locale = "en-US",
        Title = "Customer care",
        Assistant = "Automated assistant",
        Agent = "Agent",
        Placeholder = "Type your question",
        NewConversation = "New conversation",
        NewConversationExplained =
            "This conversation ends here and you cannot return to it. If you are talking to a colleague, you will lose touch.",
        Begin = "Start over",
        Cancel = "Cancel",
        Connecting = "Connecting…",
        Reconnecting = "Connection lost. Reconnecting…",
        Unavailable = "The chat is not available right now. Please try again in a few minutes.",
        NoScript = "The chat needs JavaScript: please turn it on in your browser's settings and reload the page.",
    };
}
