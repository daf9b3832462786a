using System.Collections.Frozen;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Expressions;
using CareBot.Procedures.Slots;
using Timeout = CareBot.Procedures.Timeout;

namespace CareBot.Core.Tests.Procedures;

/// <summary>A return with every kind of step in it, a complaint, and the question for an account that both call.</summary>
internal static class SmallProcedures
{
    public static Procedure Return { get; } = new()
    {
        Id = new("return"),
        Version = 1,
        Hash = "r1",
        Title = new("Reso", "Return"),
        Button = new("Fare un reso", "Return something"),
        Key = "order_id",
        Slots = Named(
            Slot("order_id", new SlotType.OrderRef(Pattern())),
            Slot("reason", new SlotType.FreeText(), mayRefuse: true),
            Slot("confirm", new SlotType.YesNo()),
            Slot("email", new SlotType.Email()),
            Slot("condition", new SlotType.Choice([new("fine", ["integro"], ["fine"]), new("damaged", ["rotto"], ["damaged"])]))),
        Catches = new Dictionary<string, Target> { ["no_refund"] = new("to_person") },
        Steps =
        [
            Ask("order", "order_id", Target.Draft),
            Act("find", "orders.get", ("id", "order_id")) with { Into = "order", OnError = new Dictionary<string, Target> { ["not_found"] = Target.AskAgain } },
            Ask("why", "reason", Target.Draft),
            new Step.Choose([new(Formula.Read("order.total > 500"), new("to_person"))], new("confirmation")) { Id = "branch", Line = 4 },
            Ask("confirmation", "confirm", Target.Draft) with { On = new Dictionary<string, Target> { ["no"] = new("stopped") } },
            Ask("address", "email", Target.Draft),
            new Step.Case("return") { Id = "open", Line = 6, Deadline = new("refund", null, Amount("14cd"), false, "refund", "finance") },
            Write("label", "labels.create", "label/{order_id}") with { Into = "label", UndoneBy = "labels.cancel", OnError = Else("@handoff") },
            new Step.Say(new(Template.Read("Etichetta {label.number}"), Template.Read("Label {label.number}"))) { Id = "receipt", Line = 8, CopyTo = Formula.Read("email") },
            new Step.Wait(["goods.received"]) { Id = "parcel", Line = 9, Timeout = new(Amount("14cd"), Target.Remind) },
            new Step.Parallel(["check", "rest"], Join.All) { Id = "both", Line = 10 },
            new Step.Work("warehouse", Words("Controllare", "Check")) { Id = "check", Line = 11, Within = "both", Due = Amount("2d!"), Fills = ["condition"] },
            new Step.Wait([]) { Id = "rest", Line = 12, Within = "both", Timeout = new(Amount("2h!"), Target.Handoff) },
            new Step.Choose([new(Formula.Read("condition == 'damaged'"), new("undo"))], new("consent")) { Id = "judge", Line = 13 },
            new Step.Approve(new("team_lead", null, Amount("8h!")), Words("Rimborsare?", "Refund?"), new("account"), new("undo")) { Id = "consent", Line = 14 },
            new Step.Call(new("account"), Formulas()) { Id = "account", Line = 15, Into = "bank", On = new Dictionary<string, Target> { ["unresolved"] = new("to_person") } },
            Write("refund", "payments.refund", "refund/{order_id}") with { OnError = Else("undo"), Approval = new("manager", Formula.Read("order.total > 100"), Amount("8h!")) },
            new Step.End(RunOutcome.Resolved) { Id = "done", Line = 17, Survey = true },
            new Step.End(RunOutcome.Cancelled) { Id = "stopped", Line = 18 },
            new Step.Compensate { Id = "undo", Line = 19 },
            new Step.Raise("no_refund") { Id = "trouble", Line = 20 },
            new Step.Handoff("returns", Template.Read("return {order_id}"))
            {
                Id = "to_person",
                Line = 21,
                Why = Words("Reso dell'ordine {order_id}, motivo: {reason}", "Return of order {order_id}, reason: {reason}"),
            },
            new Step.End(RunOutcome.Transferred) { Id = "afterwards", Line = 22 },
        ],
    };

    public static Procedure Complaint { get; } = new()
    {
        Id = new("complaint"),
        Version = 1,
        Hash = "c1",
        Title = new("Reclamo", "Complaint"),
        Button = new("Fare un reclamo", "Complain"),
        Slots = Named(Slot("text", new SlotType.FreeText())),
        Steps =
        [
            Ask("what", "text", new("done")),
            new Step.Case("complaint") { Id = "open", Line = 2 },
            Write("register", "complaints.create", "complaint/{case.code}") with { OnError = Else("@handoff") },
            new Step.Call(new("account"), Formulas()) { Id = "account", Line = 4, Into = "bank" },
            new Step.End(RunOutcome.Resolved) { Id = "done", Line = 5 },
        ],
    };

    public static ProcedureBook Book { get; } = new([Return, Complaint, Account()], [], new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), AlwaysOpen = true });

    /// <summary>The same in a second version, beside the first for the runs that are in it.</summary>
    public static ProcedureBook SecondBook { get; } =
        new(Book.Current.Select(procedure => procedure with { Version = 2, Hash = $"{procedure.Hash}2" }), Book.Current, Book.Calendar);

    /// <summary>Those, and the one by which requests of other conversations are fetched.</summary>
    public static ProcedureBook FetchingBook { get; } = new([Return, Complaint, Account(), Resume()], [], Book.Calendar);

    private static Procedure Resume() => new()
    {
        Id = new("resume"),
        Version = 1,
        Hash = "f1",
        Title = new("Riprendere una richiesta", "Pick up a request"),
        Button = new("Riprendere la richiesta", "Pick up the request"),
        Key = "order_id",
        Slots = Named(Slot("order_id", new SlotType.OrderRef(Pattern()))),
        Steps =
        [
            Ask("order", "order_id", Target.Draft),
            Write("bring", ActionCall.BringHere, "resume/{order_id}") with { Into = "brought", OnError = Else("@handoff") },
            new Step.Say(new(Template.Read("Qui: {brought.titles}."), Template.Read("Here: {brought.titles}."))) { Id = "tell", Line = 3 },
            new Step.End(RunOutcome.Resolved) { Id = "done", Line = 4 },
        ],
    };

    private static Procedure Account() => new()
    {
        Id = new("account"),
        Version = 1,
        Hash = "a1",
        Title = new("Conto", "Account"),
        Button = new("Conto", "Account"),
        IsForCustomers = false,
        Slots = Named(Slot("iban", new SlotType.Iban(), mayRefuse: true)),
        Outputs = ["iban"],
        Steps =
        [
            Ask("number", "iban", new("without")) with { OnRefused = new("without") },
            new Step.End(RunOutcome.Resolved) { Id = "with", Line = 2 },
            new Step.End(RunOutcome.Unresolved) { Id = "without", Line = 3 },
        ],
    };

    private static Step.Ask Ask(string id, string slot, Target then) => new(slot) { Id = id, Line = 1, Timeout = new Timeout(Amount("24h!"), then) };

    private static Step.Act Act(string id, string action, params (string Name, string Formula)[] with) =>
        new(action, Formulas(with)) { Id = id, Line = 1, Writes = false };

    private static Step.Act Write(string id, string action, string key) =>
        new(action, Formulas()) { Id = id, Line = 1, Writes = true, Key = Template.Read(key) };

    private static Dictionary<string, Expression> Formulas(params (string Name, string Formula)[] with) =>
        with.ToDictionary(each => each.Name, each => Formula.Read(each.Formula));

    private static Dictionary<string, Target> Else(string to) => new() { ["else"] = new(to) };

    private static TimeAmount Amount(string written) => TimeAmount.TryParse(written, out var amount) ? amount : throw new FormatException(written);

    private static Message Words(string italian, string english) => new(Template.Read(italian), Template.Read(english));

    private static FrozenDictionary<string, Slot> Named(params Slot[] slots) => slots.ToFrozenDictionary(slot => slot.Name, StringComparer.Ordinal);

    private static Slot Slot(string name, SlotType type, bool mayRefuse = false) => new()
    {
        Name = name,
        Type = type,
        Label = new(name, name),
        Ask = name == "condition" ? null : Words($"{name}?", $"{name}?"),
        MayRefuse = mayRefuse,
        Line = 1,
    };

    private static CodePattern Pattern() => CodePattern.TryParse(@"A\d{3}", out var pattern, out _) ? pattern : throw new FormatException();
}
