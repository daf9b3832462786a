using System.Text.RegularExpressions;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>An action is told every value that its address has a place for.</summary>
internal static partial class AddressesFilled
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around) =>
        from act in it.Procedure.Steps.OfType<Step.Act>()
        where around.Connectors.Actions.ContainsKey(act.Action)
        let action = around.Connectors.Actions[act.Action]
        from Match place in Place().Matches(action.Path)
        where !act.With.ContainsKey(place.Groups[1].Value)
        select Problems.AddressUnfilled(it.Places.Step(act.Id, "with"), act.Action, action.Path, place.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Place();
}
