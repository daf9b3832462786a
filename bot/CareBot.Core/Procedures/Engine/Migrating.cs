using System.Collections.Immutable;
using CareBot.Desk;
using CareBot.Procedures.Expressions;

namespace CareBot.Procedures.Engine;

/// <summary>From one version of a procedure to a later one, by a plan. The customer notices nothing: what was asked stays asked, and what
/// is due stays due.</summary>
internal static class Migrating
{
    /// <summary>Goes as far as plans lead.</summary>
    public static Walk All(Walk walk)
    {
        // Each plan leads to a later version, so there is an end.
        while (!walk.Run.IsOver && walk.Context.Book.Migration(walk.Here.Procedure, walk.Here.Version) is { } plan)
        {
            Review(walk, plan);
            if (Landing(walk, plan) is not { Event: { } landing })
            {
                break;
            }

            Calling.FillDefaults(walk.Record(landing));
        }

        return walk;
    }

    /// <summary>Why a run cannot be moved by a plan; null when it can.</summary>
    public static MigrationHindrance? Hindrance(Walk walk, Migration plan) => Landing(walk, plan).Hindrance;

    private static (RunEvent.Migrated? Event, MigrationHindrance? Hindrance) Landing(Walk walk, Migration plan)
    {
        var book = walk.Context.Book;
        if (book.Find(plan.Procedure, plan.From) is null || book.Find(plan.Procedure, plan.To) is not { } later)
        {
            return (null, MigrationHindrance.NoSuchVersion);
        }

        if (walk.Run.Waiting is not (Waiting.Answer or Waiting.Work or Waiting.Happening))
        {
            return (null, MigrationHindrance.NotNow);
        }

        ImmutableSortedDictionary<string, Value> values;
        try
        {
            values = Values(walk, plan);
        }
        catch (FormulaFaultException)
        {
            return (null, MigrationHindrance.NoSuchValue);
        }

        var step = later.Find(plan.StepFor(walk.Here.At));
        return step is { Within: null } && For(walk.Run.Waiting, step, walk.In(later, step, values)) is { } waiting
            ? (new(plan.To, step.Id, values, plan.Steps, waiting, string.Join(", ", plan.ApprovedBy)), null)
            : (null, MigrationHindrance.NoSuchStep);
    }

    /// <summary>What was waited for, as the later version has it; null where its step waits for something else.</summary>
    private static Waiting? For(Waiting waiting, Step step, Walk there) => (waiting, step) switch
    {
        (Waiting.Answer answer, Step.Ask ask) => answer with { Slot = ask.Slot },
        (Waiting.Work work, Step.Work task) => work with { Queue = task.Queue, Skill = task.Skill, Text = there.Both(task.Text), Fills = task.Fills },
        (Waiting.Happening happening, Step.Wait wait) when happening.IsForTime == (wait.Events.Count == 0) => happening with { Events = wait.Events },
        _ => null,
    };

    private static ImmutableSortedDictionary<string, Value> Values(Walk walk, Migration plan) => walk.Here.Values.SetItems(
        plan.Values
            .Select(each => KeyValuePair.Create(each.Key, walk.Scope.Evaluate(each.Value)))
            .Where(each => each.Value.IsGiven));

    private static void Review(Walk walk, Migration plan)
    {
        var id = $"{plan.Procedure}/{plan.From}-{plan.To}";
        if (plan.Review is { } review
            && walk.Context.Calendar.LocalDay(walk.Run.StartedAt) < review.BegunBefore
            && !walk.Run.Reviewed.Contains(id))
        {
            walk.Record(new RunEvent.Reviewed(id)).Put(new RunOutput.Alert(id, review.Queue, AlertKind.Review, plan.Why));
        }
    }
}
