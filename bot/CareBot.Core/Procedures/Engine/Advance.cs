using CareBot.Desk;

namespace CareBot.Procedures.Engine;

/// <summary>What came of something that happened to a run.</summary>
/// <param name="Run">The run as it is now.</param>
/// <param name="Events">What happened in it, in order.</param>
/// <param name="Outputs">What must be done because of it, in order.</param>
public sealed record Advance(Run Run, IReadOnlyList<RunEvent> Events, IReadOnlyList<RunOutput> Outputs);

/// <summary>Something that must be done because of a run.</summary>
public abstract record RunOutput
{
    private RunOutput()
    {
    }

    /// <summary>The customer is told something. The text is Markdown.</summary>
    /// <param name="Text">What.</param>
    /// <param name="Choices">Texts offered as buttons; pressing one is saying it.</param>
    public sealed record Say(string Text, IReadOnlyList<string> Choices) : RunOutput;

    /// <summary>A copy of what was said goes to an address, for keeps.</summary>
    /// <param name="Key">By what a repetition is told from a second copy.</param>
    /// <param name="To">The address.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Text">The same text, Markdown.</param>
    public sealed record Copy(string Key, string To, string Subject, string Text) : RunOutput;

    /// <summary>Another system is asked, or does something.</summary>
    public sealed record Act(ActionCall Call) : RunOutput;

    /// <summary>A person goes on.</summary>
    /// <param name="Queue">Where they are found; null for the usual one.</param>
    /// <param name="Reason">Why, in a word that reports count by, or a sentence.</param>
    public sealed record HandOver(string? Queue, string Reason) : RunOutput;

    /// <summary>A colleague should look at something; the customer is told nothing, and the run goes on.</summary>
    /// <param name="Id">By what it is known in the run.</param>
    /// <param name="Queue">Whose it is; null for the usual one.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="About">What has happened.</param>
    public sealed record Alert(string Id, string? Queue, AlertKind Kind, Wording About) : RunOutput
    {
        /// <summary>Another system could not do what nothing waits for: a copy did not go out, something was not undone.</summary>
        /// <param name="key">The key of the call.</param>
        /// <param name="action">What was asked of it.</param>
        /// <param name="failed">What it answered.</param>
        public static Alert NotDone(string key, string action, ActionResult.Failed failed) =>
            new(key, null, AlertKind.NotDone, Causes.NotCarriedOut(action, failed.Why));
    }

    /// <summary>A case is opened, changed or closed.</summary>
    public sealed record MoveCase(CaseFile File, Step.Case Step) : RunOutput;

    /// <summary>What a procedure came to holds for a while.</summary>
    public sealed record Remember(Remembered What) : RunOutput;

    /// <summary>The run is over.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Survey">Whether the customer is asked how it was.</param>
    public sealed record Over(RunOutcome Outcome, bool Survey) : RunOutput;
}

/// <summary>A call of another system.</summary>
/// <param name="Run">For which run.</param>
/// <param name="Key">By what the answer is known; the other system tells repetitions by it too.</param>
/// <param name="Action">The connector and its action: <c>orders.get</c>.</param>
/// <param name="With">What it is told.</param>
public sealed record ActionCall(RunId Run, string Key, string Action, Value.Fields With)
{
    /// <summary>The action by which copies of what was said go out for keeps, with <c>to</c>, <c>subject</c>, <c>text</c> and <c>at</c>.</summary>
    public const string Mail = "mail.send";

    /// <summary>Our own action that counts the open requests of other conversations that are <c>about</c> something.</summary>
    public const string Requests = "carebot.requests";

    /// <summary>Our own action that has them go on in the conversation that asks: <c>about</c> what, and how well its customer has
    /// <c>proved</c> who they are.</summary>
    public const string BringHere = "carebot.bring_here";

    /// <summary>The error of <see cref="BringHere"/> where the customer has not proved well enough who they are.</summary>
    public const string NotProved = "not_proved";

    /// <summary>How well that is: by a code that reached them, or by what a person asked them.</summary>
    public const int ProvedMin = 2;
}

/// <summary>What another system answered.</summary>
public abstract record ActionResult
{
    private ActionResult()
    {
    }

    /// <summary>It did what it was asked.</summary>
    public sealed record Succeeded(Value Answer) : ActionResult;

    /// <summary>It did not.</summary>
    /// <param name="Error">The error by its name: what the connector calls it, or <see cref="Unavailable"/>.</param>
    /// <param name="Why">What is known of it, for people.</param>
    public sealed record Failed(string Error, string Why) : ActionResult
    {
        /// <summary>Whether it may pass by itself, so that the same call may succeed later.</summary>
        public bool MayPass { get; init; }
    }

    /// <summary>The name of the error that the other system could not be reached or would not do it, whatever the reason.</summary>
    public const string Unavailable = "unavailable";
}
