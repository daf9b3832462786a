namespace CareBot.Procedures.Engine;

/// <summary>What the bot says of procedures in its own name, in one language.</summary>
internal sealed record EnginePhrases
{
    public static EnginePhrases In(Language language) => language == Language.Italian ? Italian : English;

    public required string No { get; init; }
    public required string Again { get; init; }
    public required string NotUnderstood { get; init; }
    public required Func<string, string> Needed { get; init; }
    public required string RatherNot { get; init; }
    public required Func<string, string, string> NotFound { get; init; }
    public required Func<string, string> Reminder { get; init; }
    public required Func<string, string> BackTo { get; init; }
    public required Func<string, string> GoOn { get; init; }
    public required string GoOnButton { get; init; }
    public required Func<string, string> GiveUp { get; init; }
    public required string GiveUpButton { get; init; }
    public required string GivenUp { get; init; }
    public required string GivenUpInPart { get; init; }
    public required string KeepsOn { get; init; }
    public required Func<string, string, string> Corrected { get; init; }
    public required string NoWayBack { get; init; }
    public required string TooLate { get; init; }

    // What agents read.
    public required Func<string, string> NeedsPerson { get; init; }
    public required Func<string, string> NotAnswered { get; init; }
    public required Func<string, string> NotReadable { get; init; }
    public required Func<string, string> ChangedTooLate { get; init; }
    public required Func<string, string> SystemSilent { get; init; }
    public required Func<string, string, string> SystemRefused { get; init; }
    public required Func<string, string> CopyNotSent { get; init; }
    public required Func<string, string> TaskRejected { get; init; }
    public required Func<string, string> TaskLate { get; init; }
    public required Func<string, string> ApprovalRefused { get; init; }
    public required Func<string, string> ApprovalLate { get; init; }
    public required string EventLate { get; init; }
    public required Func<string, string> Broken { get; init; }
    public required Func<string, string, string> Stopped { get; init; }
    public required Func<string, string, string, string> StoppedWithin { get; init; }
    public required Func<string, string, string> StillOpen { get; init; }

    private static EnginePhrases Italian { get; } = new()
    {
        No = "No",
        Again = "Non sono sicuro di aver capito. Provo a richiederglielo.",
        NotUnderstood = "Non riesco a leggere la risposta: vediamo di risolvere in un altro modo.",
        Needed = label => $"Capisco, ma per andare avanti mi serve {label}. Se preferisce parlare con un collega, scriva «operatore».",
        RatherNot = "Preferisco non dirlo",
        NotFound = (label, said) => $"Non trovo {label} «{said}». Può ricontrollare?",
        Reminder = title => $"Le ricordo che la pratica «{title}» è in attesa di un suo passo. Se ha bisogno di aiuto, sono qui.",
        BackTo = title => $"Torniamo a «{title}»",
        GoOn = title => $"Avevamo lasciato in sospeso «{title}». Vuole riprendere da dove eravamo?",
        GoOnButton = "Sì, riprendiamo",
        GiveUp = title => $"Vuole davvero annullare «{title}»?",
        GiveUpButton = "Sì, annulla",
        GivenUp = "Va bene, ho annullato la richiesta. Se cambia idea, basta scrivermelo.",
        GivenUpInPart = "Va bene, mi fermo qui. Una parte della richiesta è già stata eseguita e non posso annullarla da solo: un collega la controlla e, se serve, le scrive.",
        KeepsOn = "Va bene, andiamo avanti.",
        Corrected = (label, value) => $"Ho corretto {label}: {value}.",
        NoWayBack = "Questo passaggio è già stato eseguito e non posso tornare indietro da solo: se qualcosa non va, la metto in contatto con un collega.",
        TooLate = "Questa informazione è già stata usata per un'operazione che non posso annullare da solo: la passo a un collega, che la sistema con lei.",
        NeedsPerson = title => $"«{title}» richiede una persona.",
        NotAnswered = label => $"Il cliente non ha indicato in tempo {label}.",
        NotReadable = label => $"Non è stato possibile leggere le risposte del cliente: manca {label}.",
        ChangedTooLate = label => $"Il cliente ha corretto {label}, ma il dato è già servito per un'operazione che non si annulla da sola.",
        SystemSilent = action => $"Nessuna risposta utile dal sistema «{action}».",
        SystemRefused = (action, error) => $"Il sistema «{action}» non ha eseguito quanto richiesto: {error}.",
        CopyNotSent = why => $"L'e-mail con la copia per il cliente non è partita: {why}",
        TaskRejected = task => $"Un'attività non si è potuta svolgere: {task}",
        TaskLate = task => $"Un'attività non è stata svolta in tempo: {task}",
        ApprovalRefused = question => $"L'approvazione è stata negata: {question}",
        ApprovalLate = question => $"Nessuno ha deciso in tempo: {question}",
        EventLate = "Quello che si attendeva non è arrivato in tempo.",
        Broken = what => $"La procedura non prevede come proseguire ({what}).",
        Stopped = (title, day) => $"«{title}» non è più in uso da {day}: la pratica va conclusa a mano, da dove è arrivata.",
        StoppedWithin = (title, outer, day) => $"«{title}», che serve a «{outer}», non è più in uso da {day}: la pratica va conclusa a mano, da dove è arrivata.",
        StillOpen = (why, open) => $"{why} Restava da fare: {open}",
    };

    private static EnginePhrases English { get; } = new()
    {
        No = "No",
        Again = "I'm not sure I understood. Let me ask you again.",
        NotUnderstood = "I can't make out the answer, so let's solve this another way.",
        Needed = label => $"I understand, but to go on I need {label}. If you would rather talk to a colleague, type \"agent\".",
        RatherNot = "I'd rather not say",
        NotFound = (label, said) => $"I can't find {label} \"{said}\". Could you check it?",
        Reminder = title => $"A reminder: \"{title}\" is waiting for a step from you. If you need help, I'm here.",
        BackTo = title => $"Back to \"{title}\"",
        GoOn = title => $"We had left \"{title}\" unfinished. Would you like to pick up where we were?",
        GoOnButton = "Yes, let's go on",
        GiveUp = title => $"Do you really want to cancel \"{title}\"?",
        GiveUpButton = "Yes, cancel it",
        GivenUp = "All right, I have cancelled the request. If you change your mind, just write to me.",
        GivenUpInPart = "All right, I'm stopping here. Part of the request has already been carried out and I can't undo it by myself: a colleague will check it and write to you if need be.",
        KeepsOn = "All right, let's go on.",
        Corrected = (label, value) => $"I have corrected {label}: {value}.",
        NoWayBack = "That step has been carried out and I can't undo it by myself: if something is wrong, I'll put you in touch with a colleague.",
        TooLate = "That information has been used for something I can't undo by myself: I'm passing you to a colleague, who will sort it out with you.",
        NeedsPerson = title => $"\"{title}\" calls for a person.",
        NotAnswered = label => $"The customer did not give {label} in time.",
        NotReadable = label => $"The customer's answers could not be read: {label} is missing.",
        ChangedTooLate = label => $"The customer corrected {label}, but it has been used for something that can't be undone by itself.",
        SystemSilent = action => $"No useful answer from the system \"{action}\".",
        SystemRefused = (action, error) => $"The system \"{action}\" did not do what it was asked: {error}.",
        CopyNotSent = why => $"The e-mail with the customer's copy did not go out: {why}",
        TaskRejected = task => $"A task could not be done: {task}",
        TaskLate = task => $"A task was not done in time: {task}",
        ApprovalRefused = question => $"The approval was refused: {question}",
        ApprovalLate = question => $"Nobody decided in time: {question}",
        EventLate = "What was waited for did not come in time.",
        Broken = what => $"The procedure does not say how to go on ({what}).",
        Stopped = (title, day) => $"\"{title}\" has been out of use since {day}: finish this by hand, from where it stands.",
        StoppedWithin = (title, outer, day) => $"\"{title}\", which \"{outer}\" needs, has been out of use since {day}: finish this by hand, from where it stands.",
        StillOpen = (why, open) => $"{why} Still to be done: {open}",
    };
}
