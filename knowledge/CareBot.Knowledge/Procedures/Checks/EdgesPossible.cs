using System.Globalization;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Nothing leads on by an answer, outcome, error or event that there cannot be.</summary>
internal static class EdgesPossible
{
    public static readonly string[] YesNo = ["yes", "no"];

    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around) => it.Procedure.Steps.SelectMany(step => step switch
    {
        Step.Ask ask when it.Procedure.Slots.TryGetValue(ask.Slot, out var slot) => OfAnswers(it, ask, slot),
        Step.Wait wait => Unknown(it, step, "on", wait.On.Keys, wait.Events, "an event that is waited for"),
        Step.Call call when around.Procedures.ContainsKey(call.Procedure) =>
            Unknown(it, step, "on", call.On.Keys, [.. RunOutcomeNames.All, .. around.Raised(call.Procedure)], $"an outcome or error of `{call.Procedure}`"),
        Step.Act act when around.Connectors.Actions.ContainsKey(act.Action) =>
            Unknown(it, step, "on_error", act.OnError.Keys, [.. ErrorsOf(act, around), Step.Act.AnyError], $"an error of `{act.Action}`"),
        _ => [],
    });

    /// <summary>The errors that a call of another system may come to.</summary>
    public static IReadOnlyList<string> ErrorsOf(Step.Act act, Surroundings around) =>
    [
        .. around.Connectors.Actions.GetValueOrDefault(act.Action)?.Errors.Values.Distinct().Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>(),
        ActionResult.Unavailable,
        .. act.Approval is null ? Array.Empty<string>() : [Step.Act.Rejected],
    ];

    private static IEnumerable<Problem> OfAnswers(Blueprint it, Step.Ask ask, Slot slot) => slot.Type switch
    {
        SlotType.YesNo => Unknown(it, ask, "on", ask.On.Keys, YesNo, $"an answer to `{slot.Name}`"),
        SlotType.Choice choice => Unknown(it, ask, "on", ask.On.Keys, [.. choice.Values.Select(value => value.Name)], $"an answer to `{slot.Name}`"),
        SlotType.WholeNumber => ask.On.Keys.Where(edge => !int.TryParse(edge, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            .Select(edge => Problems.EdgeImpossible(it.Places.Step(ask.Id, "on", edge), edge, $"an answer to `{slot.Name}`", ["whole numbers"])),
        _ => ask.On.Keys.Select(edge => Problems.EdgeByAnything(it.Places.Step(ask.Id, "on", edge), edge, slot.Name)),
    };

    private static IEnumerable<Problem> Unknown(
        Blueprint it, Step step, string key, IEnumerable<string> edges, IReadOnlyList<string> possible, string what) => edges
        .Where(edge => !possible.Contains(edge))
        .Select(edge => Problems.EdgeImpossible(it.Places.Step(step.Id, key, edge), edge, what, possible));
}
