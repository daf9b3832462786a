using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>An act of the engine stands where it can work, and a <c>next</c> where it is followed.</summary>
internal static class ActsInPlace
{
    public static IEnumerable<Problem> Check(Blueprint it) => it.Leads.SelectMany(lead => Wrong(it, lead));

    private static IEnumerable<Problem> Wrong(Blueprint it, Lead lead)
    {
        if (lead is { By: LeadBy.Next, Step: { } step } && (step.Within is not null || step is Step.Choose or Step.Approve or Step.Raise or Step.End))
        {
            return [Problems.NextIdle(lead.At, step.Id, step.Within)];
        }

        if (lead.To == Target.Draft && lead.By != LeadBy.Silence)
        {
            return [Problems.ActOutOfPlace(lead.At, lead.To.To, "only a question that is not answered can be put by: write it as `then` of the `timeout` of an `ask`")];
        }

        if (lead.To == Target.Remind && (lead.By != LeadBy.Delay || lead.Step?.Within is not null))
        {
            return [Problems.ActOutOfPlace(lead.At, lead.To.To, "only who waits can be reminded: write it as `then` of the `timeout` of a `wait` that stands alone")];
        }

        return lead.To == Target.AskAgain && !CanAskAgain(it, lead)
            ? [Problems.ActOutOfPlace(lead.At, lead.To.To, "only a slot that was asked and then told another system can be asked again: write it under `on_error` of a step whose `with` reads such a slot")]
            : [];
    }

    private static bool CanAskAgain(Blueprint it, Lead lead) => lead.By == LeadBy.Error && lead.Step switch
    {
        // What catches an error of any step works where one of them could have asked.
        null => it.Procedure.Steps.OfType<Step.Act>().Any(act => act.Within is null && ReadsAsked(it, act)),
        Step.Act act => act.Within is null && ReadsAsked(it, act),
        _ => false,
    };

    private static bool ReadsAsked(Blueprint it, Step.Act act)
    {
        var reads = act.With.Values.SelectMany(value => value.Reads).ToHashSet(StringComparer.Ordinal);
        return it.Procedure.Steps.OfType<Step.Ask>().Any(ask => reads.Contains(ask.Slot));
    }
}
