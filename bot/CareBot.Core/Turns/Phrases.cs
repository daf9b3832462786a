namespace CareBot.Turns;

/// <summary>What the bot says in its own name, in one language. What it knows is in the library.</summary>
internal sealed record Phrases
{
    public static Phrases In(Language language) => language == Language.Italian ? Italian : English;

    public required Func<string, string> Introduction { get; init; }
    public required string Hello { get; init; }
    public required string Welcome { get; init; }
    public required Func<string, string, string> Source { get; init; }
    public required Func<string, string> SourceUndated { get; init; }
    public required string DateFormat { get; init; }
    public required string DidThisHelp { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string TalkToPerson { get; init; }
    public required string GladToHelp { get; init; }
    public required string SorryNotHelpful { get; init; }
    public required string WhichOne { get; init; }
    public required string WhichSubject { get; init; }
    public required string WhichMeant { get; init; }
    public required string NoneOfThese { get; init; }
    public required string Unknown { get; init; }
    public required string UnknownAgain { get; init; }
    public required string AskPlease { get; init; }
    public required string Declined { get; init; }
    public required string NoText { get; init; }
    public required string ArticleNeedsPerson { get; init; }
    public required string TooManyMisses { get; init; }
    public required Func<int, string> HandingOver { get; init; }
    public required string StillWaiting { get; init; }
    public required Func<string, string> AgentJoined { get; init; }
    public required Func<string, string> BotIsBack { get; init; }
    public required string ThanksForRating { get; init; }

    private static Phrases Italian { get; } = new()
    {
        Introduction = company =>
            $"Buongiorno, sono l'assistente automatico di {company}: non sono una persona. Rispondo alle domande su ordini, "
            + "consegne, resi e garanzia. Se preferisce parlare con un collega, scriva «operatore» in qualsiasi momento.",
        Hello = "Buongiorno! Mi dica pure: come posso aiutarla?",
        Welcome = "Di nulla. Se le serve altro, sono qui.",
        Source = (title, date) => $"Fonte: «{title}», verificata il {date}",
        SourceUndated = title => $"Fonte: «{title}»",
        DateFormat = "d MMMM yyyy",
        DidThisHelp = "La risposta le è stata utile?",
        Yes = "Sì, grazie",
        No = "No",
        TalkToPerson = "Parlare con una persona",
        GladToHelp = "Bene, mi fa piacere. Se le serve altro, scriva pure.",
        SorryNotHelpful = "Mi dispiace. Può dirmelo con altre parole, oppure la metto in contatto con un collega.",
        WhichOne = "Ho trovato più risposte vicine alla sua domanda. Quale le interessa?",
        WhichSubject = "Per darle la risposta giusta: di che cosa si tratta?",
        WhichMeant = "Certo. Che cosa desidera sapere di preciso?",
        NoneOfThese = "Nessuna di queste",
        Unknown = "A questa domanda non so rispondere, e preferisco dirglielo. Vuole che la metta in contatto con un collega?",
        UnknownAgain = "Anche a questo non trovo risposta. Un collega può aiutarla: lo chiamo?",
        AskPlease = "Mi dica pure.",
        Declined = "Va bene. Se cambia idea, scriva «operatore».",
        NoText = "Per ora leggo solo i messaggi di testo. Mi scriva la sua domanda, oppure la metto in contatto con un collega.",
        ArticleNeedsPerson = "Per questo è bene che la segua una persona.",
        TooManyMisses = "Non riesco a trovare quello che cerca e non voglio farle perdere altro tempo.",
        HandingOver = minutes =>
            "Passo la conversazione a un collega, che leggerà tutto quello che ci siamo scritti: non dovrà ripetere nulla. "
            + $"Di solito risponde entro {minutes} minuti, qui nella chat. Nel frattempo può aggiungere altri dettagli.",
        StillWaiting = "I colleghi sono ancora tutti occupati: mi scuso per l'attesa. Il suo posto in coda è conservato e la risposta arriverà qui.",
        AgentJoined = name => $"{name} è in chat con lei.",
        BotIsBack = name =>
            $"{name} ha chiuso la conversazione. Da ora risponde di nuovo l'assistente automatico. "
            + "Come valuta l'assistenza ricevuta, da 1 (scarsa) a 5 (ottima)?",
        ThanksForRating = "Grazie per la valutazione. Se le serve altro, sono qui.",
    };

    private static Phrases English { get; } = new()
    {
        Introduction = company =>
            $"Hello, I'm {company}'s automated assistant, not a person. I answer questions about orders, delivery, returns and "
            + "guarantees. If you'd rather speak to a colleague, type \"agent\" at any time.",
        Hello = "Hello! How can I help?",
        Welcome = "You're welcome. I'm here if you need anything else.",
        Source = (title, date) => $"Source: \"{title}\", checked on {date}",
        SourceUndated = title => $"Source: \"{title}\"",
        DateFormat = "d MMMM yyyy",
        DidThisHelp = "Did this help?",
        Yes = "Yes, thanks",
        No = "No",
        TalkToPerson = "Talk to a person",
        GladToHelp = "Good to hear. If you need anything else, just ask.",
        SorryNotHelpful = "I'm sorry. You can put it another way, or I can bring in a colleague.",
        WhichOne = "I found more than one answer close to your question. Which one do you mean?",
        WhichSubject = "So that I get this right: what is it about?",
        WhichMeant = "Of course. What would you like to know?",
        NoneOfThese = "None of these",
        Unknown = "I don't know the answer to that, and I'd rather say so. Shall I bring in a colleague?",
        UnknownAgain = "I can't find an answer to that either. A colleague can help: shall I call one?",
        AskPlease = "Please go ahead.",
        Declined = "All right. If you change your mind, type \"agent\".",
        NoText = "I can only read text for now. Please type your question, or I can bring in a colleague.",
        ArticleNeedsPerson = "It is best that a person takes care of this.",
        TooManyMisses = "I can't find what you are looking for and don't want to waste more of your time.",
        HandingOver = minutes =>
            "I'm passing this conversation to a colleague, who will read everything above, so you need not repeat anything. "
            + $"They usually answer within {minutes} minutes, right here. Feel free to add details meanwhile.",
        StillWaiting = "Our colleagues are all still busy: sorry for the wait. Your place in the queue is kept and the answer will come here.",
        AgentJoined = name => $"{name} has joined the chat.",
        BotIsBack = name =>
            $"{name} has closed the conversation. From here on the automated assistant answers again. "
            + "How would you rate the help you received, from 1 (poor) to 5 (excellent)?",
        ThanksForRating = "Thank you for your rating. I'm here if you need anything else.",
    };
}
