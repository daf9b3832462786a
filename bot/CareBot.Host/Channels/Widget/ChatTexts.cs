namespace CareBot.Host.Channels.Widget;

/// <summary>What the page says itself, in one language. What the assistant says comes through the conversation.</summary>
internal sealed record ChatTexts
{
    /// <summary>The language that Web Chat's own texts are in.</summary>
    public required string Locale { get; init; }

    /// <summary>The title of the window: the company's name is added to it.</summary>
    public required string PageTitle { get; init; }

    public required string Assistant { get; init; }
    public required string Waiting { get; init; }
    public required string Agent { get; init; }
    public required string Placeholder { get; init; }
    public required string NewConversation { get; init; }
    public required string NewConversationExplained { get; init; }
    public required string Close { get; init; }
    public required string Remove { get; init; }
    public required string Begin { get; init; }
    public required string Cancel { get; init; }
    public required string Connecting { get; init; }
    public required string Reconnecting { get; init; }
    public required string Unavailable { get; init; }

    /// <summary>Some files were left out: too many, or too large together.</summary>
    public required string TooMuch { get; init; }

    public required string NoScript { get; init; }

    /// <summary>The texts of every language by its tag, as the page gets them: it changes to the conversation's language by itself.</summary>
    /// <param name="company">Whose page it is.</param>
    public static IReadOnlyDictionary<string, ChatTexts> By(string company) => Enum.GetValues<Language>()
        .ToDictionary(language => language.Tag(), language => In(language, company));

    public static ChatTexts In(Language language, string company)
    {
        var texts = language == Language.Italian ? Italian : English;
        return texts with { PageTitle = $"{texts.PageTitle} · {company}" };
    }

    private static ChatTexts Italian { get; } = new()
    {
        Locale = "it-IT",
        PageTitle = "Assistenza clienti",
        Assistant = "Assistente automatico",
        Waiting = "In attesa di un collega",
        Agent = "operatore",
        Placeholder = "Scriva la sua domanda",
        NewConversation = "Nuova conversazione",
        NewConversationExplained =
            "La conversazione attuale viene rimossa da questo browser e non potrà più riaprirla da qui. "
            + "Se sta parlando con un collega, perderà il contatto.",
        Close = "Chiudi la chat",
        Remove = "Rimuovi",
        Begin = "Inizia da capo",
        Cancel = "Annulla",
        Connecting = "Connessione in corso…",
        Reconnecting = "Connessione interrotta. Riconnessione…",
        Unavailable = "La chat non è disponibile in questo momento. Riprovi tra qualche minuto.",
        TooMuch = "Alcuni file non sono stati aggiunti: se ne possono inviare {count} alla volta, per {size} MB in tutto.",
        NoScript = "Per usare la chat serve JavaScript: lo attivi nelle impostazioni del browser e ricarichi la pagina.",
    };

    private static ChatTexts English { get; } = new()
    {
        Locale = "en-US",
        PageTitle = "Customer care",
        Assistant = "Automated assistant",
        Waiting = "Waiting for a colleague",
        Agent = "agent",
        Placeholder = "Type your question",
        NewConversation = "New conversation",
        NewConversationExplained =
            "Your current conversation is removed from this browser and you cannot open it here again. "
            + "If you are talking to a colleague, you will lose touch.",
        Close = "Close the chat",
        Remove = "Remove",
        Begin = "Start over",
        Cancel = "Cancel",
        Connecting = "Connecting…",
        Reconnecting = "Connection lost. Reconnecting…",
        Unavailable = "The chat is not available right now. Please try again in a few minutes.",
        TooMuch = "Some files were left out: you can send {count} at a time, {size} MB in all.",
        NoScript = "The chat needs JavaScript: please turn it on in your browser's settings and reload the page.",
    };
}
