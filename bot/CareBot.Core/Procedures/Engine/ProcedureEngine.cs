namespace CareBot.Procedures.Engine;

/// <summary>How runs move. Every function is pure and total: the same run, happening and context come to the same, and what a run does not
/// wait for changes nothing.</summary>
public static class ProcedureEngine
{
    /// <summary>Begins a run.</summary>
    /// <param name="id">Which it will be.</param>
    /// <param name="procedure">What to run; it stays in this version.</param>
    /// <param name="known">Slots that are known already.</param>
    /// <param name="by">Who filled them.</param>
    /// <param name="context">What it knows beside itself.</param>
    /// <param name="told">What is known for procedures that it may call.</param>
    public static Advance Start(
        RunId id, Procedure procedure, IReadOnlyDictionary<string, Value> known, FilledBy by, RunContext context, params IReadOnlyList<Told> told)
    {
        var started = new RunEvent.Started(procedure.Id, procedure.Version, context.Now);
        var walk = new Walk(started.On(null, id), context);
        foreach (var (slot, value) in known)
        {
            walk.Record(new RunEvent.Filled(slot, value, by));
        }

        foreach (var each in told)
        {
            walk.Record(new RunEvent.ToldAtOnce(each));
        }

        var first = Calling.Opened(walk);
        var advance = Going.To(walk, first).Done();
        return advance with { Events = [started, .. advance.Events] };
    }

    /// <summary>The customer's answer to the pending question, or their wish not to answer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="value">The answer; null when they would rather not say.</param>
    /// <param name="context">What it knows beside itself.</param>
    /// <param name="told">Other slots that the same words have filled: these are not asked for any more.</param>
    public static Advance Answer(Run run, Value? value, RunContext context, params IReadOnlyList<(string Slot, Value Value)> told) =>
        Asked(run, context, (walk, ask) =>
        {
            foreach (var (slot, other) in told)
            {
                walk.Record(new RunEvent.Filled(slot, other, FilledBy.Words));
            }

            return value is null ? Asking.Refused(walk, ask) : Asking.Filled(walk, ask, value, FilledBy.Customer);
        });

    /// <summary>What the customer said is no answer to the pending question.</summary>
    /// <param name="run">The run.</param>
    /// <param name="why">What is wrong with it, for the customer; null when it is no answer at all.</param>
    /// <param name="context">What it knows beside itself.</param>
    public static Advance Misread(Run run, string? why, RunContext context) =>
        Asked(run, context, (walk, ask) => Asking.Misread(walk, ask, why));

    /// <summary>Asks the pending question again: after an answer in between, or because the customer asks for it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="recap">Whether to say first what it is about: after something longer in between.</param>
    /// <param name="context">What it knows beside itself.</param>
    public static Advance AskAgain(Run run, bool recap, RunContext context) => Asked(run, context, (walk, ask) =>
        Asking.Put(recap ? walk.Say(Recap.Of(walk)) : walk, ask));

    /// <summary>Asks the customer about the run itself.</summary>
    public static Advance Ask(Run run, RunQuestion about, RunContext context)
    {
        var walk = new Walk(run, context).Record(new RunEvent.Asked(about));
        var title = walk.Procedure.Title.In(context.Language);
        return (about == RunQuestion.Cancel
            ? walk.Say(walk.Words.GiveUp(title), walk.Words.GiveUpButton, walk.Words.No)
            : walk.Say(walk.Words.GoOn(title), walk.Words.GoOnButton, walk.Words.GiveUpButton)).Done();
    }

    /// <summary>The customer's answer about the run itself.</summary>
    /// <param name="run">The run, which has asked.</param>
    /// <param name="goesOn">Whether it goes on; otherwise it is given up.</param>
    /// <param name="context">What it knows beside itself.</param>
    public static Advance Settle(Run run, bool goesOn, RunContext context)
    {
        var walk = new Walk(run, context).Record(new RunEvent.Asked(null));
        if (!goesOn)
        {
            return Correcting.GiveUp(walk).Done();
        }

        if (run.Asked == RunQuestion.Cancel)
        {
            walk.Say(walk.Words.KeepsOn);
        }
        else
        {
            walk.Say(Recap.Of(walk));
        }

        return (walk.Run.Waiting is Waiting.Answer answer && walk.Step is Step.Ask ask
            ? Asking.Put(walk.Wait(answer with { IsDraft = false, DueAt = walk.DueAt(ask.Timeout.After) }), ask)
            : walk).Done();
    }

    /// <summary>A slot gets another value, by whoever may give it.</summary>
    public static Advance Correct(Run run, string slot, Value value, FilledBy by, RunContext context)
    {
        var walk = Unasked(run, context);
        if (run.IsOver || !walk.Procedure.Slots.TryGetValue(slot, out var known))
        {
            return walk.Done();
        }

        if (by == FilledBy.Correction)
        {
            walk.Say(walk.Words.Corrected(known.Label.In(context.Language), known.Type.Show(value, context.Language)));
        }

        return Correcting.Correct(walk, slot, value, by).Done();
    }

    /// <summary>An agent gives a slot a value; the run, which they have, stays where it is.</summary>
    public static Advance Fill(Run run, string slot, Value value, RunContext context) =>
        new Walk(run, context).Record(new RunEvent.Filled(slot, value, FilledBy.Agent)).Done();

    /// <summary>Goes back to the question before the pending one.</summary>
    public static Advance Back(Run run, RunContext context) => Asked(run, context, (walk, _) => Correcting.Back(walk));

    /// <summary>A person goes on; the run keeps its place.</summary>
    public static Advance HandOver(Run run, string reason, RunContext context) => run.IsOver || run.Waiting is Waiting.HandedOver
        ? new Walk(run, context).Done()
        : new Walk(run, context).Wait(new Waiting.HandedOver(reason)).Done();

    /// <summary>The person gives it back: it goes on where it was.</summary>
    public static Advance TakeUp(Run run, RunContext context)
    {
        var walk = new Walk(run, context);
        return (run is { IsOver: false, Waiting: Waiting.HandedOver }
            ? Going.On(walk, walk.Step is Step.Handoff handoff ? walk.Procedure.After(handoff) : new(walk.Here.At))
            : walk).Done();
    }

    /// <summary>The person has done the rest: it is over.</summary>
    public static Advance Close(Run run, RunOutcome outcome, RunContext context) => run.IsOver
        ? new Walk(run, context).Done()
        : new Walk(run, context).Record(new RunEvent.Ended(outcome)).Done();

    /// <summary>Another system has answered.</summary>
    public static Advance Returned(Run run, string key, string action, ActionResult result, RunContext context) =>
        Replying.Returned(new(run, context), key, action, result).Done();

    /// <summary>Something has happened elsewhere.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">What: <c>goods.received</c>.</param>
    /// <param name="with">What is known of it.</param>
    /// <param name="context">What it knows beside itself.</param>
    public static Advance Happened(Run run, string name, Value.Fields with, RunContext context) =>
        Replying.Happened(new(run, context), name, with).Done();

    /// <summary>A person has done, or not done, what they were asked.</summary>
    /// <param name="run">The run.</param>
    /// <param name="task">Which task.</param>
    /// <param name="by">Who, by name.</param>
    /// <param name="done">Whether it is done; of a question, whether the answer is yes.</param>
    /// <param name="values">The slots that they have filled in.</param>
    /// <param name="context">What it knows beside itself.</param>
    public static Advance Worked(
        Run run, string task, string by, bool done, IReadOnlyDictionary<string, Value> values, RunContext context) =>
        Replying.Worked(new(run, context), task, by, done, values).Done();

    /// <summary>Goes on in a later version, as far as the plans in force lead.</summary>
    public static Advance Migrate(Run run, RunContext context) => Migrating.All(new(run, context)).Done();

    /// <summary>Goes on with people where the day has come on which its procedure stops for good.</summary>
    public static Advance Stop(Run run, RunContext context) => Stopping.ForGood(new(run, context)).Done();

    /// <summary>Why a run cannot go on in a later version by a plan; null when it can.</summary>
    public static MigrationHindrance? Hindrance(Run run, Migration plan, RunContext context) => Migrating.Hindrance(new(run, context), plan);

    /// <summary>Time has passed: what was due by now is.</summary>
    public static Advance TimePassed(Run run, RunContext context) =>
        (run.IsOver ? new Walk(run, context) : Passing.Time(new(run, context))).Done();

    /// <summary>Whoever goes on with the run has answered what was asked about it: a yes that comes later is a yes to something else.</summary>
    private static Walk Unasked(Run run, RunContext context)
    {
        var walk = new Walk(run, context);
        return run.Asked is null ? walk : walk.Record(new RunEvent.Asked(null));
    }

    private static Advance Asked(Run run, RunContext context, Func<Walk, Step.Ask, Walk> then)
    {
        var walk = Unasked(run, context);
        return (run is { IsOver: false, Waiting: Waiting.Answer } && walk.Step is Step.Ask ask ? then(walk, ask) : walk).Done();
    }
}
