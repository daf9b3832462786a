using System.Globalization;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Where an author has written that something leads.</summary>
/// <param name="To">Where.</param>
/// <param name="At">Where that is written.</param>
/// <param name="Step">The step that leads there; null for what catches errors of any.</param>
/// <param name="By">What leads there.</param>
internal sealed record Lead(Target To, Spot At, Step? Step, LeadBy By)
{
    public static IEnumerable<Lead> AllOf(Blueprint it) => it.Procedure.Catches
        .Select(each => new Lead(each.Value, it.Places.Top("catch", each.Key), null, LeadBy.Error))
        .Concat(it.Procedure.Steps.SelectMany(step => Of(step, it)));

    private static IEnumerable<Lead> Of(Step step, Blueprint it)
    {
        IEnumerable<(Target? To, LeadBy By, string[] Keys)> leads = step switch
        {
            Step.Ask ask =>
            [
                .. Each(ask.On, "on", LeadBy.Outcome),
                (ask.OnRefused, LeadBy.Outcome, ["refused"]),
                (ask.OnTries, LeadBy.Outcome, ["max_tries"]),
                (ask.Timeout.Then, LeadBy.Silence, ["timeout", "then"]),
            ],
            Step.Choose choose =>
            [
                .. choose.Branches.Select((branch, at) =>
                    ((Target?)branch.Then, LeadBy.Outcome, new[] { "choose", at.ToString(CultureInfo.InvariantCulture), "then" })),
                (choose.Else, LeadBy.Outcome, ["choose", choose.Branches.Count.ToString(CultureInfo.InvariantCulture), "else"]),
            ],
            Step.Act act => Each(act.OnError, "on_error", LeadBy.Error),
            Step.Work work => [(work.OnDone, LeadBy.Outcome, ["on", "done"]), (work.OnRejected, LeadBy.Outcome, ["on", "rejected"]), (work.OnTimeout, LeadBy.Outcome, ["on", "timeout"])],
            Step.Approve approve => [(approve.OnYes, LeadBy.Outcome, ["on", "yes"]), (approve.OnNo, LeadBy.Outcome, ["on", "no"])],
            Step.Wait { Events.Count: > 0 } wait => [.. Each(wait.On, "on", LeadBy.Outcome), (wait.Timeout.Then, LeadBy.Delay, ["timeout", "then"])],
            Step.Call call => Each(call.On, "on", LeadBy.Outcome),
            _ => [],
        };
        return
        [
            .. leads.Where(lead => lead.To is not null).Select(lead => new Lead(lead.To!.Value, it.Places.Step(step.Id, lead.Keys), step, lead.By)),
            .. step.Next is { } next ? new[] { new Lead(next, it.Places.Step(step.Id, "next"), step, LeadBy.Next) } : [],
        ];
    }

    private static IEnumerable<(Target? To, LeadBy By, string[] Keys)> Each(IReadOnlyDictionary<string, Target> targets, string key, LeadBy by) =>
        targets.Select(each => ((Target?)each.Value, by, new[] { key, each.Key }));
}

/// <summary>What leads somewhere.</summary>
internal enum LeadBy
{
    /// <summary>What came of the step.</summary>
    Outcome,

    /// <summary>The step is over, whatever came of it.</summary>
    Next,

    /// <summary>Another system could not do what it was asked.</summary>
    Error,

    /// <summary>The customer has not answered in time.</summary>
    Silence,

    /// <summary>What was waited for has not come in time.</summary>
    Delay,
}
