using CareBot.Desk;
using CareBot.Host.Desk;
using CareBot.Turns;
using Why = CareBot.Desk.Refusal;

namespace CareBot.Host.Pages.Console;

internal sealed partial record ConsoleWords
{
    private static ConsoleWords Italian { get; } = new()
    {
        Desk = "Banco",
        Conversations = "Conversazioni",
        Search = "Cerca per nome o parole",
        Waiting = "In attesa",
        Open = "In corso",
        NobodyWaiting = "Nessuno aspetta.",
        NoneOpen = "Nessuna conversazione in corso.",
        NoMatch = "Nessuna conversazione corrisponde alla ricerca.",
        HasMore = "Ce ne sono altre: qui vedi le prime 200.",
        IsWaiting = "In attesa",
        IsOverdue = "Oltre i tempi",
        ToAnswer = "Da rispondere",
        WithYou = "Con te",
        WithAgent = name => $"Con {name}",
        WaitingNow = count => count == 1 ? "Una conversazione in attesa" : $"{count} conversazioni in attesa",
        YouSaid = text => $"Tu: {text}",

        ChooseOne = "Scegli una conversazione",
        AllDone = "Nessuno aspetta",
        AllDoneMore = "Quando un cliente chiede una persona, la conversazione compare qui da sola.",
        KeysHint = "Premi ? per i tasti rapidi",
        NoSuchConversation = "Questa conversazione non c'è.",
        NothingSaid = "Nessuno ha ancora scritto.",
        IsCut = "Qui comincia la parte più recente della conversazione.",
        Back = "Torna all'elenco",
        Messages = "Messaggi",
        ToEnd = "Nuovi messaggi",
        Bot = "Assistente automatico",
        PrivateNote = "Nota privata",
        BotHasIt = "Risponde l'assistente automatico. Se il cliente chiede una persona, la conversazione torna in attesa.",
        OtherHasIt = name => $"Ha in carico la conversazione {name}. Puoi leggere e lasciare note.",

        Claim = "Prendi in carico",
        ClaimWhy = "Per rispondere, prendi in carico la conversazione. Fino ad allora puoi lasciare note ai colleghi.",
        Close = "Chiudi",
        CloseQuestion = "Chiudere la conversazione?",
        CloseMore = "Al cliente viene chiesta una valutazione, poi torna a rispondere l'assistente automatico.",
        Cancel = "Annulla",
        CloseNow = "Chiudi conversazione",
        Reply = "Risposta",
        Note = "Nota privata",
        WriteReply = "Scrivi al cliente…",
        WriteNote = "Scrivi una nota: la vedono solo i colleghi…",
        Kind = "A chi scrivi",
        Send = "Invia",
        SaveNote = "Salva nota",
        SendHint = "Maiusc + Invio va a capo",
        SendsOnReturn = "Invio spedisce",

        Facts = "Cliente",
        LanguageName = "Lingua",
        ChannelName = "Canale",
        ReasonName = "Motivo",
        WaitingSince = "In attesa da",
        TakenSince = "In carico da",
        DueBy = "Risposta entro",
        Began = "Prima visita",
        ContactNumber = "Contatto n.",
        Holder = "In carico a",
        ShownAnswers = "Risposte già viste",
        NoAnswers = "L'assistente non ha ancora mostrato risposte.",
        Helped = "Utile",
        DidNotHelp = "Non utile",
        NotJudged = "Senza giudizio",

        Keys = "Tasti rapidi",
        KeySend = "Invia il messaggio",
        KeyBreak = "Vai a capo",
        KeyNext = "Conversazione successiva",
        KeyPrevious = "Conversazione precedente",
        KeySheet = "Questa scheda",
        KeyEscape = "Chiudi la finestra",
        Done = "Chiudi",
        Return = "Invio",
        Shift = "Maiusc",

        Now = "ora",
        Minutes = count => $"{count} min",
        Hours = count => $"{count} h",
        Today = "Oggi",
        Yesterday = "Ieri",
        Culture = "it-IT",

        NameOf = language => language == Language.Italian ? "Italiano" : "Inglese",
        Channel = channel => channel switch
        {
            "directline" or "webchat" => "Chat del sito",
            "msteams" => "Microsoft Teams",
            "emulator" => "Emulatore",
            _ => channel,
        },
        Nameless = channel => channel == "msteams" ? "Cliente Teams" : "Cliente web",
        Reason = reason => reason switch
        {
            HandoffReason.Asked => "Ha chiesto una persona",
            HandoffReason.Offered => "Ha accettato una persona",
            HandoffReason.Misses => "L'assistente non ha trovato risposta",
            HandoffReason.Article => "La risposta richiede una persona",
            _ => reason.ToString(),
        },
        Happened = happened => happened switch
        {
            CareEvent.ContactStarted started => $"Nuovo contatto in {(started.Language == Language.Italian ? "italiano" : "inglese")}",
            CareEvent.LanguageChanged changed =>
                $"Il cliente ora scrive in {(changed.Language == Language.Italian ? "italiano" : "inglese")}",
            CareEvent.Answered answered => $"Risposta mostrata: {answered.Article}",
            CareEvent.ChoiceOffered choice => $"Chiesto quale risposta: {string.Join(", ", choice.Articles)}",
            CareEvent.Missed => "Nessuna risposta trovata",
            CareEvent.HelpJudged { Helpful: true } => "Il cliente: la risposta è stata utile",
            CareEvent.HelpJudged => "Il cliente: la risposta non è stata utile",
            CareEvent.HandoffInitiated initiated => initiated.Reason switch
            {
                HandoffReason.Asked => "Il cliente ha chiesto una persona",
                HandoffReason.Offered => "Il cliente ha accettato di parlare con una persona",
                HandoffReason.Misses => "Chiamata una persona: nessuna risposta trovata più volte",
                _ => "Chiamata una persona, come vuole la risposta mostrata",
            },
            CareEvent.HandoffOverdue => "L'attesa ha superato il tempo promesso",
            CareEvent.HandoffAccepted accepted => $"{accepted.Agent.Name} ha preso in carico la conversazione",
            CareEvent.HandoffCompleted completed => $"{completed.Agent.Name} ha chiuso la conversazione",
            CareEvent.ContactEnded => "Contatto concluso con l'assistente",
            CareEvent.Rated rated => $"Valutazione del cliente: {rated.Score} su 5",
            _ => "",
        },
        Refusal = outcome => outcome switch
        {
            DeskOutcome.Refused { Why: Why.AlreadyTaken, Holder: { } holder } =>
                $"Qualcuno è stato più veloce: la conversazione è in carico a {holder.Name}.",
            DeskOutcome.Refused { Why: Why.NotWaiting } => "La conversazione non è più in attesa.",
            DeskOutcome.Refused { Holder: { } holder } => $"La conversazione è in carico a {holder.Name}: non è stato inviato nulla.",
            DeskOutcome.Refused => "La conversazione non è in carico a te: non è stato inviato nulla.",
            DeskOutcome.TooLong => "Il testo supera i 4.000 caratteri: dividilo in più messaggi.",
            DeskOutcome.Empty => "Non c'è niente da inviare.",
            DeskOutcome.Unknown => "Questa conversazione non c'è.",
            _ => null,
        },
    };
}
