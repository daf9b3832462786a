using CareBot.Desk;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>What a case says in the agents' channel, in one language.</summary>
internal sealed record AgentTexts
{
    public static AgentTexts In(string language) => language == "en" ? English : Italian;

    public required string Customer { get; init; }
    public required Func<string, string> Waiting { get; init; }
    public required Func<string, string> With { get; init; }
    public required string Closed { get; init; }
    public required Func<HandoffReason, string> Reason { get; init; }
    public required string How { get; init; }
    public required string Claim { get; init; }
    public required string Release { get; init; }
    public required string Close { get; init; }
    public required string Open { get; init; }
    public required Func<string, string> FromDesk { get; init; }
    public required string Overdue { get; init; }
    public required string Edited { get; init; }
    public required string Corrected { get; init; }
    public required string Withdrew { get; init; }
    public required Func<string, string> HeldBy { get; init; }
    public required string NotWaiting { get; init; }
    public required string NoCase { get; init; }
    public required string TooLong { get; init; }
    public required string NoteMark { get; init; }
    public required string Noted { get; init; }

    private static AgentTexts Italian { get; } = new()
    {
        Customer = "Cliente",
        Waiting = since => $"In attesa dalle {since}",
        With = agent => $"Con {agent}",
        Closed = "Chiusa",
        Reason = reason => reason switch
        {
            HandoffReason.Asked => "Ha chiesto di parlare con una persona.",
            HandoffReason.Offered => "Il bot non aveva risposta: il cliente ha accettato di parlare con una persona.",
            HandoffReason.Misses => "Il bot non ha trovato risposta più volte di seguito.",
            HandoffReason.Article => "L'articolo mostrato richiede una persona.",
            HandoffReason.Returned => "Rimessa in coda da un collega.",
            HandoffReason.Procedure => "Lo chiede una procedura.",
            _ => "",
        },
        How = "Al cliente arriva solo ciò che scrive in questo thread menzionando il bot: il resto lo leggono solo i colleghi. Se dopo la menzione scrive «nota: …», il testo si salva come nota interna.",
        Claim = "Prendi in carico",
        Release = "Rimetti in coda",
        Close = "Chiudi",
        Open = "Apri alla scrivania",
        FromDesk = agent => $"{agent} (dalla scrivania)",
        Overdue = "Il cliente aspetta da più tempo di quanto promesso.",
        Edited = "modificato",
        Corrected = "Il cliente ha modificato un messaggio",
        Withdrew = "Messaggio eliminato dal cliente.",
        HeldBy = agent => $"Se ne sta già occupando {agent}.",
        NotWaiting = "Questa conversazione non è più in attesa.",
        NoCase = "In questo thread non c'è una conversazione con un cliente.",
        TooLong = "Il messaggio è troppo lungo: lo divida in due.",
        NoteMark = "nota:",
        Noted = "Nota salvata: la leggono solo i colleghi.",
    };

    private static AgentTexts English { get; } = new()
    {
        Customer = "Customer",
        Waiting = since => $"Waiting since {since}",
        With = agent => $"With {agent}",
        Closed = "Closed",
        Reason = reason => reason switch
        {
            HandoffReason.Asked => "Asked to talk to a person.",
            HandoffReason.Offered => "The bot had no answer; the customer accepted a person.",
            HandoffReason.Misses => "The bot found no answer several times in a row.",
            HandoffReason.Article => "The article that was shown needs a person.",
            HandoffReason.Returned => "Put back into the queue by a colleague.",
            HandoffReason.Procedure => "A procedure asks for a person.",
            _ => "",
        },
        How = "Only what you write in this thread and mention the bot in reaches the customer; the rest stays among colleagues. \"note: …\" after the mention is saved as an internal note.",
        Claim = "Take it",
        Release = "Put back into the queue",
        Close = "Close",
        Open = "Open at the desk",
        FromDesk = agent => $"{agent} (from the desk)",
        Overdue = "The customer has waited longer than promised.",
        Edited = "edited",
        Corrected = "The customer edited a message",
        Withdrew = "Message deleted by the customer.",
        HeldBy = agent => $"{agent} is on it already.",
        NotWaiting = "This conversation is not waiting any more.",
        NoCase = "There is no conversation with a customer in this thread.",
        TooLong = "The message is too long: split it in two.",
        NoteMark = "note:",
        Noted = "Note saved: only colleagues read it.",
    };
}
