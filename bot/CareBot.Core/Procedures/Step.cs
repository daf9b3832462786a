using CareBot.Desk;
using CareBot.Procedures.Expressions;

namespace CareBot.Procedures;

/// <summary>A part of a procedure.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>Unique in its procedure.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is written, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Where it leads; null for the step that follows in the file.</summary>
    public Target? Next { get; init; }

    /// <summary>The step that has it side by side with others; null when it stands by itself.</summary>
    public string? Within { get; init; }

    /// <summary>What an agent who does this by voice or at the desk should know or say; null when the step says it all.</summary>
    public Wording? Note { get; init; }

    /// <summary>Who does it, answers for it, is asked and is told.</summary>
    public Raci Raci { get; init; } = Raci.Bot;

    /// <summary>By when what begins here must be over; null when nothing says so.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Says something.</summary>
    public sealed record Say(Message Message) : Step
    {
        /// <summary>The address that a copy goes to for keeps; null when none does.</summary>
        public Expression? CopyTo { get; init; }
    }

    /// <summary>Asks the customer for a slot. One that is filled already is not asked.</summary>
    public sealed record Ask(string Slot) : Step
    {
        /// <summary>Where each value leads; a value that is not among them leads on.</summary>
        public IReadOnlyDictionary<string, Target> On { get; init; } = new Dictionary<string, Target>();

        /// <summary>Where a refusal leads; null for the step that follows.</summary>
        public Target? OnRefused { get; init; }

        /// <summary>Where it leads when no answer could be read too often.</summary>
        public Target OnTries { get; init; } = Target.Handoff;

        /// <summary>How long an answer is waited for, and where silence leads.</summary>
        public required Timeout Timeout { get; init; }
    }

    /// <summary>Goes where the first formula that holds says.</summary>
    public sealed record Choose(IReadOnlyList<Branch> Branches, Target Else) : Step;

    /// <summary>Asks a table.</summary>
    /// <param name="Table">Its path.</param>
    /// <param name="Into">The name of the result.</param>
    public sealed record Decide(string Table, string Into) : Step;

    /// <summary>Asks another system, or has it do something.</summary>
    /// <param name="Action">The connector and its action: <c>orders.get</c>.</param>
    /// <param name="With">What it is told.</param>
    public sealed record Act(string Action, IReadOnlyDictionary<string, Expression> With) : Step
    {
        /// <summary>In <see cref="OnError"/>, what stands for all errors that are not named.</summary>
        public const string AnyError = "else";

        /// <summary>In <see cref="OnError"/>, that whoever must say yes has said no.</summary>
        public const string Rejected = "rejected";

        /// <summary>Whether it changes something there: then a repetition must be told from a second time.</summary>
        public required bool Writes { get; init; }

        /// <summary>The name of the answer; null when nobody wants it.</summary>
        public string? Into { get; init; }

        /// <summary>By what the other system tells a repetition from a second time; null for a question.</summary>
        public Template? Key { get; init; }

        /// <summary>Where each named error leads; <c>else</c> takes the rest.</summary>
        public IReadOnlyDictionary<string, Target> OnError { get; init; } = new Dictionary<string, Target>();

        /// <summary>The action that undoes it; null when nothing can.</summary>
        public string? UndoneBy { get; init; }

        /// <summary>When a person must say yes first; null when nobody need.</summary>
        public Approval? Approval { get; init; }
    }

    /// <summary>Opens, changes or closes a case.</summary>
    public sealed record Case(string Type) : Step
    {
        /// <summary>What becomes of it.</summary>
        public CaseChange Change { get; init; } = CaseChange.Open;

        /// <summary>How urgent it is: <c>low</c>, <c>normal</c>, <c>high</c>.</summary>
        public string Priority { get; init; } = "normal";

        /// <summary>The promise that it is kept under; null when none is.</summary>
        public string? Sla { get; init; }

        /// <summary>The status that it gets; null for the usual one.</summary>
        public string? Status { get; init; }

        /// <summary>What it is marked with from then on, for whoever looks for cases of a sort; what it is marked with already stays.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        /// <summary>The name under which formulas find it.</summary>
        public string Into { get; init; } = "case";
    }

    /// <summary>Has a person do something.</summary>
    public sealed record Work(string Queue, Message Text) : Step
    {
        /// <summary>What the person must be able to do; null when anybody of the queue can.</summary>
        public string? Skill { get; init; }

        /// <summary>How long it may take; null when nothing is promised, or <see cref="DueBy"/> is.</summary>
        public TimeAmount? Due { get; init; }

        /// <summary>By when: by the end of a day or of the hours that the customer named, or an instant; null when nothing is promised, or
        /// <see cref="Due"/> is.</summary>
        public Expression? DueBy { get; init; }

        /// <summary>The slots that the person fills in.</summary>
        public IReadOnlyList<string> Fills { get; init; } = [];

        /// <summary>Where it leads when it was done; null for the step that follows.</summary>
        public Target? OnDone { get; init; }

        /// <summary>Where it leads when it cannot be done.</summary>
        public Target OnRejected { get; init; } = Target.Handoff;

        /// <summary>Where it leads when the time is over.</summary>
        public Target OnTimeout { get; init; } = Target.Handoff;
    }

    /// <summary>Has a person of a role say yes or no.</summary>
    public sealed record Approve(Approval Approval, Message Text, Target OnYes, Target OnNo) : Step;

    /// <summary>Waits for something to happen elsewhere, or for a time.</summary>
    public sealed record Wait(IReadOnlyList<string> Events) : Step
    {
        /// <summary>The day that is waited for; null when none is.</summary>
        public Expression? Until { get; init; }

        /// <summary>The name of what came with the event.</summary>
        public string Into { get; init; } = "happened";

        /// <summary>Where each event leads; null for the step that follows.</summary>
        public IReadOnlyDictionary<string, Target> On { get; init; } = new Dictionary<string, Target>();

        /// <summary>How long, and where it leads then.</summary>
        public required Timeout Timeout { get; init; }
    }

    /// <summary>Goes through another procedure and comes back.</summary>
    public sealed record Call(ProcedureId Procedure, IReadOnlyDictionary<string, Expression> With) : Step
    {
        /// <summary>The name of its outputs.</summary>
        public required string Into { get; init; }

        /// <summary>Where each of its outcomes leads; one that is not named leads on.</summary>
        public IReadOnlyDictionary<string, Target> On { get; init; } = new Dictionary<string, Target>();
    }

    /// <summary>Has a person go on.</summary>
    /// <param name="Queue">Where they are found; null for the usual one.</param>
    /// <param name="Reason">Why, in a word that reports count by.</param>
    public sealed record Handoff(string? Queue, Template Reason) : Step
    {
        /// <summary>Why, as agents read it; null where only its code says it.</summary>
        public Message? Why { get; init; }
    }

    /// <summary>Gives names to the values of formulas.</summary>
    public sealed record Set(IReadOnlyDictionary<string, Expression> Values) : Step;

    /// <summary>Does several things side by side; none of them may ask the customer.</summary>
    public sealed record Parallel(IReadOnlyList<string> Branches, Join Join) : Step;

    /// <summary>Reports an error by name, for the procedure or one that called it to handle.</summary>
    public sealed record Raise(string Error) : Step;

    /// <summary>Undoes what has been done, the last first.</summary>
    public sealed record Compensate : Step;

    /// <summary>It is over.</summary>
    public sealed record End(RunOutcome Outcome) : Step
    {
        /// <summary>Whether the customer is asked how it was.</summary>
        public bool Survey { get; init; }
    }
}

/// <summary>A formula, and where it leads when it holds.</summary>
public sealed record Branch(Expression When, Target Then);

/// <summary>How long something is waited for, and where it leads then.</summary>
public sealed record Timeout(TimeAmount After, Target Then);

/// <summary>A yes that a person of a role must give.</summary>
/// <param name="Role">Whose.</param>
/// <param name="When">When it is wanted; null for always.</param>
/// <param name="Due">How long it is waited for; then a person looks.</param>
public sealed record Approval(string Role, Expression? When, TimeAmount Due)
{
    /// <summary>What is asked, where the step that wants it says nothing by itself; null where it is not said.</summary>
    public Message? Text { get; init; }
}

/// <summary>By when something that begins in a step must be over.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="From">The day it counts from; null for the day the step begins.</param>
/// <param name="Within">How long.</param>
/// <param name="Rolls">Whether an end on a day of rest goes on to the next working day: only terms that the customer has do.</param>
/// <param name="Until">The step whose end ends it; null for the step itself.</param>
/// <param name="Queue">The queue where somebody looks when it is missed.</param>
public sealed record Deadline(string Name, Expression? From, TimeAmount Within, bool Rolls, string? Until, string Queue)
{
    /// <summary>What agents call it; null where they read its name.</summary>
    public Wording? Label { get; init; }
}

/// <summary>Who does a step, answers for it, is asked and is told.</summary>
public sealed record Raci(string Responsible, string Accountable, IReadOnlyList<string> Consulted, IReadOnlyList<string> Informed)
{
    /// <summary>What the bot does by itself is answered for by whoever keeps the procedure.</summary>
    public static Raci Bot { get; } = new("bot", "owner", [], []);
}

/// <summary>What becomes of a case.</summary>
public enum CaseChange
{
    /// <summary>It is opened.</summary>
    Open,

    /// <summary>It is changed.</summary>
    Update,

    /// <summary>It is closed.</summary>
    Close,
}

/// <summary>When steps side by side are over.</summary>
public enum Join
{
    /// <summary>When all are.</summary>
    All,

    /// <summary>When one is; the others are left.</summary>
    Any,
}
