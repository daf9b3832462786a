using System.Diagnostics;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Slots;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>The words around a procedure where people read it, in one language.</summary>
internal sealed record SheetWords
{
    private static readonly Dictionary<TimeUnit, Wording> Units = new()
    {
        [TimeUnit.BusinessMinutes] = new("minuti di apertura", "minutes of opening"),
        [TimeUnit.BusinessHours] = new("ore di apertura", "hours of opening"),
        [TimeUnit.Minutes] = new("minuti", "minutes"),
        [TimeUnit.Hours] = new("ore", "hours"),
        [TimeUnit.Days] = new("giorni", "days"),
        [TimeUnit.BusinessDays] = new("giorni lavorativi", "working days"),
        [TimeUnit.CalendarDays] = new("giorni di calendario", "calendar days"),
        [TimeUnit.Months] = new("mesi", "months"),
    };

    /// <param name="language">The reader's.</param>
    /// <param name="model">What calls queues, roles and skills by their names.</param>
    public static SheetWords In(Language language, CareModel model) => (language == Language.Italian ? Italian : English) with { Model = model };

    public required Language Language { get; init; }
    public CareModel Model { get; private init; } = CareModel.Usual;
    public required string Flowchart { get; init; }
    public required string Responsibilities { get; init; }
    public required string Script { get; init; }
    public required string ScriptOpening { get; init; }
    public required string Step { get; init; }
    public required IReadOnlyList<string> RaciColumns { get; init; }
    public required string Bot { get; init; }
    public required string Answered { get; init; }
    public required string Otherwise { get; init; }
    public required string Refused { get; init; }
    public required string Unreadable { get; init; }
    public required string Done { get; init; }
    public required string Rejected { get; init; }
    public required string AnyError { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string HandsBack { get; init; }
    public required string Side { get; init; }
    public required string AllDone { get; init; }
    public required string OneDone { get; init; }
    public required string Note { get; init; }
    public required string Choices { get; init; }
    public required string Copy { get; init; }
    public required string Consent { get; init; }
    public required string Due { get; init; }
    public required IReadOnlyDictionary<string, string> Acts { get; init; }

    public string After(TimeAmount amount) =>
        Language == Language.Italian ? $"dopo {Amount(amount)}" : $"after {Amount(amount)}";

    public string NotBy(string when) => Language == Language.Italian ? $"non entro «{when}»" : $"not by \"{when}\"";

    public string Amount(TimeAmount amount) => $"{amount.Count} {Units[amount.Unit].In(Language)}";

    /// <summary>What a queue, a role or a skill is called; its id where it has no name.</summary>
    public string Name(string id) => Model.TitleOf(id)?.In(Language) ?? id;

    /// <summary>A value as customers say it.</summary>
    public string Value(Slot? slot, string value) => value switch
    {
        "yes" when slot?.Type is SlotType.YesNo => Yes,
        "no" when slot?.Type is SlotType.YesNo => No,
        _ when slot?.Type is SlotType.Choice choice && choice.Values.FirstOrDefault(each => each.Name == value) is { } known => known.In(Language),
        _ => value,
    };

    /// <summary>What is done in a step, in a few words.</summary>
    public string Kind(Step step) => (Language, step) switch
    {
        (Language.Italian, _) => ItalianKind(step),
        _ => EnglishKind(step),
    };

    private string ItalianKind(Step step) => step switch
    {
        CareBot.Procedures.Step.Say => "Comunicare",
        CareBot.Procedures.Step.Ask => "Chiedere",
        CareBot.Procedures.Step.Choose => "Valutare come procedere",
        CareBot.Procedures.Step.Decide decide => $"Consultare la tabella «{decide.Table}»",
        CareBot.Procedures.Step.Act { Writes: false } act => $"Cercare i dati ({act.Action})",
        CareBot.Procedures.Step.Act act => $"Eseguire ({act.Action})",
        CareBot.Procedures.Step.Case { Change: CaseChange.Open } change => $"Aprire la pratica «{change.Type}»",
        CareBot.Procedures.Step.Case { Change: CaseChange.Update } change => $"Aggiornare la pratica «{change.Type}»",
        CareBot.Procedures.Step.Case change => $"Chiudere la pratica «{change.Type}»",
        CareBot.Procedures.Step.Work work => work.Skill is { } skill ? $"Affidare a «{Name(work.Queue)}», competenza «{Name(skill)}»" : $"Affidare a «{Name(work.Queue)}»",
        CareBot.Procedures.Step.Approve approve => $"Far approvare a «{Name(approve.Approval.Role)}»",
        CareBot.Procedures.Step.Wait { Events.Count: 0 } => "Lasciar passare il tempo",
        CareBot.Procedures.Step.Wait wait => $"Attendere: {string.Join(", ", wait.Events)}",
        CareBot.Procedures.Step.Call call => $"Seguire la procedura «{call.Procedure}»",
        CareBot.Procedures.Step.Handoff { Queue: { } queue } => $"Passare a un collega di «{Name(queue)}»",
        CareBot.Procedures.Step.Handoff => "Passare a un collega",
        CareBot.Procedures.Step.Set set => $"Calcolare: {string.Join(", ", set.Values.Keys)}",
        CareBot.Procedures.Step.Parallel => "Procedere in parallelo",
        CareBot.Procedures.Step.Raise raise => $"Segnalare il problema «{raise.Error}»",
        CareBot.Procedures.Step.Compensate => "Annullare quanto già fatto",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Resolved } => "Fine: risolto",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Unresolved } => "Fine: non risolto",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Cancelled } => "Fine: annullato dal cliente",
        CareBot.Procedures.Step.End => "Fine: prosegue un collega",
        _ => throw new UnreachableException(),
    };

    private string EnglishKind(Step step) => step switch
    {
        CareBot.Procedures.Step.Say => "Say",
        CareBot.Procedures.Step.Ask => "Ask",
        CareBot.Procedures.Step.Choose => "Judge how to go on",
        CareBot.Procedures.Step.Decide decide => $"Consult the table \"{decide.Table}\"",
        CareBot.Procedures.Step.Act { Writes: false } act => $"Look up ({act.Action})",
        CareBot.Procedures.Step.Act act => $"Carry out ({act.Action})",
        CareBot.Procedures.Step.Case { Change: CaseChange.Open } change => $"Open a case \"{change.Type}\"",
        CareBot.Procedures.Step.Case { Change: CaseChange.Update } change => $"Update the case \"{change.Type}\"",
        CareBot.Procedures.Step.Case change => $"Close the case \"{change.Type}\"",
        CareBot.Procedures.Step.Work work => work.Skill is { } skill ? $"Give to \"{Name(work.Queue)}\", skill \"{Name(skill)}\"" : $"Give to \"{Name(work.Queue)}\"",
        CareBot.Procedures.Step.Approve approve => $"Have \"{Name(approve.Approval.Role)}\" approve",
        CareBot.Procedures.Step.Wait { Events.Count: 0 } => "Let time pass",
        CareBot.Procedures.Step.Wait wait => $"Wait for: {string.Join(", ", wait.Events)}",
        CareBot.Procedures.Step.Call call => $"Follow the procedure \"{call.Procedure}\"",
        CareBot.Procedures.Step.Handoff { Queue: { } queue } => $"Pass to a colleague of \"{Name(queue)}\"",
        CareBot.Procedures.Step.Handoff => "Pass to a colleague",
        CareBot.Procedures.Step.Set set => $"Work out: {string.Join(", ", set.Values.Keys)}",
        CareBot.Procedures.Step.Parallel => "Do side by side",
        CareBot.Procedures.Step.Raise raise => $"Report the problem \"{raise.Error}\"",
        CareBot.Procedures.Step.Compensate => "Undo what has been done",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Resolved } => "End: resolved",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Unresolved } => "End: not resolved",
        CareBot.Procedures.Step.End { Outcome: RunOutcome.Cancelled } => "End: cancelled by the customer",
        CareBot.Procedures.Step.End => "End: a colleague goes on",
        _ => throw new UnreachableException(),
    };

    private static SheetWords Italian { get; } = new()
    {
        Language = Language.Italian,
        Flowchart = "Diagramma di flusso",
        Responsibilities = "Chi fa che cosa (RACI)",
        Script = "Traccia per la telefonata",
        ScriptOpening = "Salutare, presentarsi con nome e azienda, avvisare se la chiamata è registrata e verificare con chi si parla. Poi, passo per passo:",
        Step = "Passo",
        RaciColumns = ["Esegue (R)", "Risponde (A)", "Consultato (C)", "Informato (I)"],
        Bot = "assistente automatico",
        Answered = "risposta ricevuta",
        Otherwise = "altrimenti",
        Refused = "preferisce non dirlo",
        Unreadable = "risposta non chiara dopo più tentativi",
        Done = "fatto",
        Rejected = "non si può fare",
        AnyError = "in caso di errore",
        Yes = "sì",
        No = "no",
        HandsBack = "se il collega riaffida la pratica",
        Side = "in parallelo",
        AllDone = "quando sono tutti conclusi",
        OneDone = "quando uno è concluso",
        Note = "Nota",
        Choices = "Risposte possibili",
        Copy = "Inviare una copia a",
        Consent = "Serve l'approvazione di",
        Due = "Da concludere entro",
        Acts = new Dictionary<string, string>
        {
            ["@ask_again"] = "richiedere il dato",
            ["@handoff"] = "passare a un collega",
            ["@draft"] = "tenere in sospeso",
            ["@remind_and_wait"] = "inviare un promemoria e attendere ancora",
        },
    };

    private static SheetWords English { get; } = new()
    {
        Language = Language.English,
        Flowchart = "Flowchart",
        Responsibilities = "Who does what (RACI)",
        Script = "Phone script",
        ScriptOpening = "Greet, give your name and the company's, say if the call is recorded, and make sure whom you are speaking to. Then, step by step:",
        Step = "Step",
        RaciColumns = ["Responsible (R)", "Accountable (A)", "Consulted (C)", "Informed (I)"],
        Bot = "automated assistant",
        Answered = "answered",
        Otherwise = "otherwise",
        Refused = "would rather not say",
        Unreadable = "no clear answer after several tries",
        Done = "done",
        Rejected = "cannot be done",
        AnyError = "on any error",
        Yes = "yes",
        No = "no",
        HandsBack = "if the colleague hands it back",
        Side = "side by side",
        AllDone = "when all are over",
        OneDone = "when one is over",
        Note = "Note",
        Choices = "Possible answers",
        Copy = "Send a copy to",
        Consent = "Needs the approval of",
        Due = "To be over within",
        Acts = new Dictionary<string, string>
        {
            ["@ask_again"] = "ask for it again",
            ["@handoff"] = "pass to a colleague",
            ["@draft"] = "put it by",
            ["@remind_and_wait"] = "remind, and wait again",
        },
    };
}
