using CareBot.Procedures.Expressions;

namespace CareBot.Procedures;

/// <summary>What a step reads of what is known, by first name.</summary>
public static class StepReads
{
    /// <summary>The slots and results that a step needs to be what it is.</summary>
    public static IEnumerable<string> Of(Step step, Procedure procedure) => Formulas(step, procedure)
        .SelectMany(formula => formula.Reads)
        .Concat(Texts(step, procedure).SelectMany(text => text.Reads))
        .Distinct();

    private static IEnumerable<Expression> Formulas(Step step, Procedure procedure)
    {
        IEnumerable<Expression?> formulas = step switch
        {
            Step.Say say => [say.CopyTo],
            Step.Choose choose => choose.Branches.Select(branch => branch.When),
            Step.Decide decide => procedure.Tables.TryGetValue(decide.Table, out var table) ? table.Asked : [],
            Step.Act act => act.With.Values.Append(act.Approval?.When),
            Step.Work work => [work.DueBy],
            Step.Approve approve => [approve.Approval.When],
            Step.Wait wait => [wait.Until],
            Step.Call call => call.With.Values,
            Step.Set set => set.Values.Values,
            _ => [],
        };
        return formulas.Append(step.Deadline?.From).OfType<Expression>();
    }

    private static IEnumerable<Template> Texts(Step step, Procedure procedure) => step switch
    {
        Step.Say say => Both(say.Message),
        Step.Ask ask => procedure.Slots.GetValueOrDefault(ask.Slot)?.Ask is { } message ? Both(message) : [],
        Step.Act act => [.. act.Key is { } key ? [key] : Array.Empty<Template>(), .. act.Approval?.Text is { } asked ? Both(asked) : []],
        Step.Work work => Both(work.Text),
        Step.Approve approve => Both(approve.Text),
        Step.Handoff handoff => [handoff.Reason, .. handoff.Why is { } why ? Both(why) : []],
        _ => [],
    };

    private static IEnumerable<Template> Both(Message message) => [message.Italian, message.English];
}
