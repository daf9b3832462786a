using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>Who does each step, answers for it, is asked and is told.</summary>
internal static class RaciTable
{
    /// <summary>A row a step: its id, what is done, and who.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(Procedure procedure, SheetWords words) =>
        [.. procedure.Steps.Select(step => Row(step, procedure, words))];

    private static List<string> Row(Step step, Procedure procedure, SheetWords words)
    {
        var raci = step.Raci;
        return
        [
            step.Id,
            words.Kind(step),
            raci.Responsible != Raci.Bot.Responsible ? words.Name(raci.Responsible) : ByNature(step) is { } person ? words.Name(person) : words.Bot,
            words.Name(raci.Accountable == Raci.Bot.Accountable && procedure.Owner.Length > 0 ? procedure.Owner : raci.Accountable),
            string.Join(", ", raci.Consulted.Select(words.Name)),
            string.Join(", ", raci.Informed.Select(words.Name)),
        ];
    }

    /// <summary>Who does what the bot cannot do itself; null where it can.</summary>
    private static string? ByNature(Step step) => step switch
    {
        Step.Work work => work.Queue,
        Step.Approve approve => approve.Approval.Role,
        Step.Handoff handoff => handoff.Queue,
        _ => null,
    };
}
