using System.Diagnostics;

namespace CareBot.Turns;

/// <summary>What the bot says in its own name, in one language. What it knows is in the library.</summary>
internal sealed record Phrases
{
    /// <summary>The hour from which Italians wish a good evening.</summary>
    private const int EveningFrom = 18;

    public static Phrases In(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>Whether none of the offered choices is meant: a no, or the button for it in either language.</summary>
    public static bool RefusesChoice(string text) =>
        PlainWords.Agrees(text) == false
        || PlainWords.SaysSame(text, Italian.NoneOfThese)
        || PlainWords.SaysSame(text, English.NoneOfThese);

    public required Func<int, string> Greeting { get; init; }
    public required Func<string, string, string> Introduction { get; init; }
    public required Func<string, string> Hello { get; init; }
    public required Func<string, string> HelloAgain { get; init; }
    public required string Welcome { get; init; }
    public required string Acknowledged { get; init; }
    public required string Here { get; init; }
    public required string Goodbye { get; init; }
    public required string HowIAm { get; init; }
    public required Func<string, string> WhatIAm { get; init; }
    public required string Flattered { get; init; }
    public required string InWords { get; init; }
    public required string Unreadable { get; init; }
    public required string Calm { get; init; }
    public required string CalmAgain { get; init; }
    public required string OnlyInOtherLanguage { get; init; }
    public required Func<string, string, string> Source { get; init; }
    public required Func<string, string> SourceUndated { get; init; }
    public required string DateFormat { get; init; }
    public required string DidThisHelp { get; init; }
    public required string DidTheseHelp { get; init; }
    public required Func<string, string> UnknownPart { get; init; }
    public required Func<string, string> WhichOneFor { get; init; }
    public required Func<string, string> AskAgainLater { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string TalkToPerson { get; init; }
    public required string GladToHelp { get; init; }
    public required string SorryNotHelpful { get; init; }
    public required string WhichOne { get; init; }
    public required Func<string, string> IsThisMeant { get; init; }
    public required string ThatIsIt { get; init; }
    public required string WhichSubject { get; init; }
    public required string WhichMeant { get; init; }
    public required string NoneOfThese { get; init; }
    public required string Unknown { get; init; }
    public required string UnknownAgain { get; init; }
    public required string AskPlease { get; init; }
    public required string Declined { get; init; }
    public required string NoText { get; init; }
    public required string FilesAlone { get; init; }
    public required string FilesBeside { get; init; }
    public required string ArticleNeedsPerson { get; init; }
    public required string TooManyMisses { get; init; }
    public required Func<int, string> HandingOver { get; init; }
    public required Func<string, string> HandingOverLater { get; init; }
    public required string FormPassed { get; init; }
    public required string InThisLanguage { get; init; }
    public required string StillWaiting { get; init; }
    public required Func<string, string> AgentJoined { get; init; }
    public required Func<string, string> AgentFollows { get; init; }
    public required Func<string, string> AgentLeft { get; init; }
    public required Func<string, string> AgentSilent { get; init; }
    public required Func<string, string> BotIsBack { get; init; }
    public required string ThanksForRating { get; init; }
    public required Func<string, string> BotGoesOn { get; init; }
    public required string RateProcedure { get; init; }
    public required string TooManyOpen { get; init; }
    public required Func<string, string> AlreadyOpen { get; init; }
    public required Func<string, string, string> OpenElsewhere { get; init; }
    public required Func<string, string> GoesOnElsewhere { get; init; }

    /// <summary>The buttons under "did this help?".</summary>
    public IReadOnlyList<string> YesNo(bool orPerson) => orPerson ? [Yes, No, TalkToPerson] : [Yes, No];

    /// <summary>The reply to small talk that needs nobody.</summary>
    /// <param name="talk">What was said.</param>
    /// <param name="greeting">How one greets at this hour.</param>
    /// <param name="company">The company as customers know it.</param>
    public string InKind(SmallTalk talk, string greeting, string company) => talk switch
    {
        SmallTalk.Assent => Acknowledged,
        SmallTalk.Laughter or SmallTalk.Emoji => Here,
        SmallTalk.NoWords => InWords,
        SmallTalk.Greeting => Hello(greeting),
        SmallTalk.Thanks => Welcome,
        SmallTalk.Goodbye => Goodbye,
        SmallTalk.Compliment => Flattered,
        SmallTalk.Opening => AskPlease,
        SmallTalk.HowAreYou => HowIAm,
        SmallTalk.AreYouRobot => WhatIAm(company),
        _ => throw new UnreachableException(),
    };

    private static Phrases Italian { get; } = new()
    {
        Greeting = hour => hour is >= 5 and < EveningFrom ? "Buongiorno" : "Buonasera",
        Introduction = (greeting, company) =>
            $"{greeting}, sono l'assistente automatico di {company}: non sono una persona. Rispondo alle domande su ordini, "
            + "consegne, resi e garanzia. Se preferisce parlare con un collega, scriva «operatore» in qualsiasi momento.",
        Hello = greeting => $"{greeting}! Mi dica pure: come posso aiutarla?",
        HelloAgain = greeting => $"{greeting}!",
        Welcome = "Di nulla. Se le serve altro, sono qui.",
        Acknowledged = "Bene. Se le serve altro, sono qui.",
        Here = "Eccomi: se le serve qualcosa, scriva pure.",
        Goodbye = "Arrivederci, e grazie di averci scritto. Se le serve altro, mi trova qui.",
        HowIAm = "Bene, grazie! E lei, come posso aiutarla?",
        WhatIAm = company =>
            $"Sono l'assistente automatico di {company}: un programma, non una persona. Se preferisce parlare con un collega, "
            + "scriva «operatore» e la metto in contatto.",
        Flattered = "Grazie, molto gentile! Se le serve altro, sono qui.",
        InWords = "Mi dica pure con parole sue che cosa le serve. Se preferisce parlare con un collega, scriva «operatore».",
        Unreadable = "Non sono riuscito a capire il messaggio. Me lo riscrive con altre parole?",
        Calm = "Mi dispiace che le cose non stiano andando come dovrebbero. Mi dica che cosa è successo, oppure la metto subito in contatto con un collega.",
        CalmAgain = "Capisco. Un collega può seguirla di persona: la metto in contatto?",
        OnlyInOtherLanguage = "Questa risposta per ora c'è solo in inglese:",
        Source = (title, date) => $"Fonte: «{title}», verificata il {date}",
        SourceUndated = title => $"Fonte: «{title}»",
        DateFormat = "d MMMM yyyy",
        DidThisHelp = "La risposta le è stata utile?",
        DidTheseHelp = "Le risposte le sono state utili?",
        UnknownPart = question =>
            $"Su «{question}» invece non ho una risposta sicura. Se vuole, per questo la metto in contatto con un collega.",
        WhichOneFor = question => $"Quanto a «{question}», più argomenti possono fare al caso suo: quale intende?",
        AskAgainLater = question => $"A «{question}» passiamo subito dopo: me lo riscriva pure.",
        Yes = "Sì, grazie",
        No = "No",
        TalkToPerson = "Parlare con una persona",
        GladToHelp = "Bene, mi fa piacere. Se le serve altro, scriva pure.",
        SorryNotHelpful = "Mi dispiace. Può dirmelo con altre parole, oppure la metto in contatto con un collega.",
        WhichOne = "Più argomenti possono fare al caso suo: quale intende?",
        IsThisMeant = title => $"Intende questo? «{title}»",
        ThatIsIt = "Sì",
        WhichSubject = "Per darle la risposta giusta: di che cosa si tratta?",
        WhichMeant = "Certo. Che cosa desidera sapere di preciso?",
        NoneOfThese = "Nessuna di queste",
        Unknown = "Mi dispiace, su questo non ho una risposta sicura. Vuole che la metta in contatto con un collega?",
        UnknownAgain = "Anche a questo non trovo risposta. Un collega può aiutarla: lo chiamo?",
        AskPlease = "Mi dica pure.",
        Declined = "Va bene. Se cambia idea, scriva «operatore».",
        NoText = "Per ora leggo solo i messaggi di testo. Mi scriva la sua domanda, oppure la metto in contatto con un collega.",
        FilesAlone =
            "Ricevuto, grazie. Io non so leggere immagini e documenti: li tengo da parte per un collega, che può guardarli. "
            + "Vuole che la metta in contatto? Altrimenti mi scriva in due parole di che cosa si tratta.",
        FilesBeside = "Io non so leggere gli allegati: li tengo da parte per un collega. Intanto rispondo a quello che mi ha scritto.",
        ArticleNeedsPerson = "Per questo è meglio che se ne occupi un collega.",
        TooManyMisses = "Non riesco a trovare quello che cerca e non voglio farle perdere altro tempo.",
        HandingOver = minutes =>
            "Passo la conversazione a un collega, che leggerà tutto quello che ci siamo scritti: non dovrà ripetere nulla. "
            + $"Di solito risponde entro {minutes} minuti, qui nella chat. Nel frattempo può aggiungere altri dettagli.",
        HandingOverLater = opens =>
            "Passo la conversazione a un collega, che leggerà tutto quello che ci siamo scritti: non dovrà ripetere nulla. "
            + $"Adesso però l'assistenza è chiusa: riapre {opens}, e la risposta arriva qui. Può chiudere la pagina e tornare più tardi. "
            + "Se preferisce una telefonata, mi lasci il numero e l'orario che le fa comodo.",
        InThisLanguage = "Certo, continuiamo in italiano.",
        FormPassed = "Grazie, ho aggiunto questi dettagli: il collega li avrà già sotto gli occhi.",
        StillWaiting = "I colleghi sono ancora tutti occupati: mi scuso per l'attesa. Il suo posto in coda è conservato e la risposta arriverà qui.",
        AgentJoined = name => $"{name} è in chat con lei.",
        AgentFollows = name => $"Da questo momento la segue {name}, che ha letto la conversazione.",
        AgentLeft = name =>
            $"{name} deve lasciare la chat: la affido a un altro collega, che leggerà tutto. Il suo posto in coda è conservato.",
        AgentSilent = name =>
            $"Mi scuso per l'attesa: {name} in questo momento non riesce a risponderle. La affido al primo collega libero, che leggerà tutto.",
        BotIsBack = name =>
            $"{name} ha chiuso la conversazione. Da ora risponde di nuovo l'assistente automatico. "
            + "Come valuta l'assistenza ricevuta, da 1 (scarsa) a 5 (ottima)?",
        BotGoesOn = agent => $"{agent} le ha passato di nuovo l'assistente automatico: riprendo io da qui.",
        RateProcedure = "Un'ultima cosa: da 1 a 5, come è andata?",
        TooManyOpen = "Abbiamo già alcune richieste in sospeso: per non fare confusione, concludiamone prima una.",
        AlreadyOpen = title => $"La sua richiesta «{title}» è già in corso: la avviso qui appena c'è una novità.",
        OpenElsewhere = (title, about) =>
            $"Per {about} c'è già una richiesta in corso, «{title}», aperta in un'altra conversazione. Se vuole possiamo riprenderla qui: "
            + "le chiederò solo di confermare che è lei.",
        GoesOnElsewhere = title => $"La richiesta «{title}» prosegue nell'altra conversazione da cui ci ha appena scritto.",
        ThanksForRating = "Grazie per la valutazione. Se le serve altro, sono qui.",
    };

    private static Phrases English { get; } = new()
    {
        Greeting = _ => "Hello",
        Introduction = (greeting, company) =>
            $"{greeting}, I'm {company}'s automated assistant, not a person. I answer questions about orders, delivery, returns and "
            + "guarantees. If you'd rather speak to a colleague, type \"agent\" at any time.",
        Hello = greeting => $"{greeting}! How can I help?",
        HelloAgain = greeting => $"{greeting}!",
        Welcome = "You're welcome. I'm here if you need anything else.",
        Acknowledged = "Good. I'm here if you need anything else.",
        Here = "I'm here: if there is anything you need, just ask.",
        Goodbye = "Goodbye, and thank you for writing to us. I'm here if you need anything else.",
        HowIAm = "Very well, thank you! How can I help you today?",
        WhatIAm = company =>
            $"I'm {company}'s automated assistant: a program, not a person. If you'd rather speak to a colleague, type \"agent\" "
            + "and I'll bring one in.",
        Flattered = "Thank you, that's kind of you! I'm here if you need anything else.",
        InWords = "Please tell me in your own words what you need. If you'd rather speak to a colleague, type \"agent\".",
        Unreadable = "I couldn't make sense of that message. Could you put it another way?",
        Calm = "I'm sorry this isn't going the way it should. Tell me what happened, or I can bring in a colleague straight away.",
        CalmAgain = "I understand. A colleague can look after this personally: shall I bring one in?",
        OnlyInOtherLanguage = "For now we have this answer only in Italian:",
        Source = (title, date) => $"Source: \"{title}\", checked on {date}",
        SourceUndated = title => $"Source: \"{title}\"",
        DateFormat = "d MMMM yyyy",
        DidThisHelp = "Did this help?",
        DidTheseHelp = "Did these answers help?",
        UnknownPart = question =>
            $"On \"{question}\" I don't have a reliable answer. If you like, I can bring in a colleague for that one.",
        WhichOneFor = question => $"As for \"{question}\", several topics could be what you need. Which one do you mean?",
        AskAgainLater = question => $"We'll come to \"{question}\" right after: just send it again.",
        Yes = "Yes, thanks",
        No = "No",
        TalkToPerson = "Talk to a person",
        GladToHelp = "Good to hear. If you need anything else, just ask.",
        SorryNotHelpful = "I'm sorry. You can put it another way, or I can bring in a colleague.",
        WhichOne = "Several topics could be what you need. Which one do you mean?",
        IsThisMeant = title => $"Is this what you mean? \"{title}\"",
        ThatIsIt = "Yes",
        WhichSubject = "So that I get this right: what is it about?",
        WhichMeant = "Of course. What would you like to know?",
        NoneOfThese = "None of these",
        Unknown = "I'm sorry, I don't have a reliable answer to that. Shall I bring in a colleague?",
        UnknownAgain = "I can't find an answer to that either. A colleague can help: shall I call one?",
        AskPlease = "Please go ahead.",
        Declined = "All right. If you change your mind, type \"agent\".",
        NoText = "I can only read text for now. Please type your question, or I can bring in a colleague.",
        FilesAlone =
            "Thank you for sending that. I can't look at pictures or documents myself, so I'm keeping this for a colleague, who can. "
            + "Shall I bring one in? Or tell me in a few words what it is about.",
        FilesBeside = "I can't read attachments myself, so I'm keeping this for a colleague. Meanwhile, here is what I can say to your message.",
        ArticleNeedsPerson = "It is best that a colleague takes care of this.",
        TooManyMisses = "I can't find what you are looking for and don't want to waste more of your time.",
        HandingOver = minutes =>
            "I'm passing this conversation to a colleague, who will read everything above, so you need not repeat anything. "
            + $"They usually answer within {minutes} minutes, right here. Feel free to add details meanwhile.",
        HandingOverLater = opens =>
            "I'm passing this conversation to a colleague, who will read everything above, so you need not repeat anything. "
            + $"Our desk is closed right now, though: it opens {opens}, and the answer will come here. You can close the page and come back later. "
            + "If you would rather have a phone call, leave your number and a good time.",
        InThisLanguage = "Of course, let's go on in English.",
        FormPassed = "Thank you, I've added these details: my colleague will have them at hand.",
        StillWaiting = "Our colleagues are all still busy: sorry for the wait. Your place in the queue is kept and the answer will come here.",
        AgentJoined = name => $"{name} has joined the chat.",
        AgentFollows = name => $"From now on {name} looks after you, and has read the conversation.",
        AgentLeft = name =>
            $"{name} has to leave the chat: I'm passing you to another colleague, who will read everything. Your place in the queue is kept.",
        AgentSilent = name =>
            $"Sorry for the wait: {name} can't answer right now. I'm passing you to the next free colleague, who will read everything.",
        BotIsBack = name =>
            $"{name} has closed the conversation. From here on the automated assistant answers again. "
            + "How would you rate the help you received, from 1 (poor) to 5 (excellent)?",
        BotGoesOn = agent => $"{agent} has passed you back to the automated assistant: I'll take it from here.",
        RateProcedure = "One last thing: from 1 to 5, how did it go?",
        TooManyOpen = "We already have a few requests open: so as not to mix them up, let's finish one of them first.",
        AlreadyOpen = title => $"Your request \"{title}\" is already under way: I'll tell you here as soon as there is news.",
        OpenElsewhere = (title, about) =>
            $"There is already a request under way for {about}, \"{title}\", opened in another conversation. We can go on with it here if you "
            + "like: I'll only ask you to confirm that it is you.",
        GoesOnElsewhere = title => $"The request \"{title}\" goes on in the other conversation from which you have just written to us.",
        ThanksForRating = "Thank you for your rating. I'm here if you need anything else.",
    };
}
