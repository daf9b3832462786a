namespace CareBot.Procedures.Engine;

/// <summary>Questions to the customer, and what becomes of the answers.</summary>
internal static class Asking
{
    /// <summary>The answers in a row that may be unreadable or wrong before the procedure goes another way.</summary>
    public const int TriesMax = 3;

    /// <summary>Asks for a slot; one that is filled or refused already is not asked for.</summary>
    public static Target? Begin(Walk walk, Step.Ask ask)
    {
        if (walk.Here.Values.TryGetValue(ask.Slot, out var known) && known.IsGiven)
        {
            return After(walk, ask, known);
        }

        if (walk.Here.Refused.Contains(ask.Slot))
        {
            return ask.OnRefused ?? walk.Procedure.After(ask);
        }

        Put(walk.Wait(new Waiting.Answer(ask.Slot) { DueAt = walk.DueAt(ask.Timeout.After) }), ask);
        return null;
    }

    /// <summary>Asks the pending question, or asks it again.</summary>
    public static Walk Put(Walk walk, Step.Ask ask)
    {
        var slot = walk.Slot(ask.Slot);
        return walk.Say(walk.Text(slot.Ask!.In(walk.Context.Language)), Choices(walk, slot));
    }

    /// <summary>The customer gave a value.</summary>
    public static Walk Filled(Walk walk, Step.Ask ask, Value value, FilledBy by)
    {
        walk.Record(new RunEvent.Filled(ask.Slot, value, by));
        var slot = walk.Slot(ask.Slot);
        if (slot.Valid is { } valid && !walk.Scope.Holds(valid))
        {
            walk.Record(new RunEvent.Forgotten(ask.Slot));
            return Misread(walk, ask, slot.Invalid is { } message ? walk.Text(message.In(walk.Context.Language)) : null);
        }

        return Going.On(walk, After(walk, ask, value));
    }

    /// <summary>The answer could not be read: it is asked for again, and too often is enough.</summary>
    /// <param name="walk">The run, waiting for the answer.</param>
    /// <param name="ask">The step that asks.</param>
    /// <param name="why">What was wrong with it, for the customer; null when it was no answer at all.</param>
    public static Walk Misread(Walk walk, Step.Ask ask, string? why)
    {
        var answer = (Waiting.Answer)walk.Run.Waiting!;
        var tries = answer.Tries + 1;
        if (tries >= TriesMax)
        {
            return Going.On(walk.Because(Causes.Unreadable(walk, ask)).Say(why is null ? walk.Words.NotUnderstood : $"{why} {walk.Words.NotUnderstood}"), ask.OnTries);
        }

        walk.Wait(answer with { Tries = tries, IsDraft = false, DueAt = walk.DueAt(ask.Timeout.After) }).Say(why ?? walk.Words.Again);
        return Put(walk, ask);
    }

    /// <summary>The customer would rather not say.</summary>
    public static Walk Refused(Walk walk, Step.Ask ask) => walk.Slot(ask.Slot).MayRefuse
        ? Going.On(walk.Record(new RunEvent.Refused(ask.Slot)), ask.OnRefused ?? walk.Procedure.After(ask))
        : Put(walk.Say(walk.Words.Needed(walk.Slot(ask.Slot).Label.In(walk.Context.Language))), ask);

    private static Target After(Walk walk, Step.Ask ask, Value value) =>
        ask.On.TryGetValue(Edge(value), out var target) ? target : walk.Procedure.After(ask);

    /// <summary>What a value is called where a step says where it leads.</summary>
    private static string Edge(Value value) => value is Value.Truth truth ? truth.Is ? "yes" : "no" : value.ToString();

    private static IReadOnlyList<string> Choices(Walk walk, Slot slot)
    {
        var choices = slot.Type.Options(walk.Context.Language);
        return slot.MayRefuse ? [.. choices, walk.Words.RatherNot] : choices;
    }
}
