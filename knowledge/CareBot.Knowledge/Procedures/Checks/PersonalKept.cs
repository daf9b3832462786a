using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What says something of a person stands in nothing that is counted, logged or kept for reports: not in the reason of a handoff,
/// nor in a key.</summary>
internal static class PersonalKept
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        var personal = Personal(it);
        return it.Procedure.Steps.SelectMany(step => step switch
        {
            Step.Handoff handoff => Shown(handoff.Reason, personal).Select(name => Problems.PersonalShown(it.Places.Step(step.Id, "reason"), name, "the reason of a handoff")),
            Step.Act { Key: { } key } => Shown(key, personal).Select(name => Problems.PersonalShown(it.Places.Step(step.Id, "key"), name, "a key")),
            _ => [],
        }).Distinct();
    }

    /// <summary>The personal slots, and the results that are made of them.</summary>
    private static HashSet<string> Personal(Blueprint it)
    {
        var personal = it.Procedure.Slots.Values.Where(slot => slot.IsPersonal).Select(slot => slot.Name).ToHashSet(StringComparer.Ordinal);
        if (personal.Count > 0)
        {
            personal.Add("slots");
        }

        var sets = it.Procedure.Steps.OfType<Step.Set>().SelectMany(set => set.Values).ToList();
        for (var before = -1; before != personal.Count;)
        {
            before = personal.Count;
            personal.UnionWith(sets.Where(set => Tells(set.Value).Any(name => personal.Contains(Named(name)))).Select(set => set.Key));
        }

        return personal;
    }

    private static IEnumerable<string> Shown(Template template, HashSet<string> personal) => template.Parts.OfType<TemplatePart.Place>()
        .SelectMany(place => Tells(place.Value))
        .Select(Named)
        .Where(personal.Contains);

    private static string Named(Expression.Name name) => name is { Root: "slots", Fields: [var slot, ..] } ? slot : name.Root;

    /// <summary>The names whose values go into that of a formula: whether something is so tells nothing of what it is.</summary>
    private static IEnumerable<Expression.Name> Tells(Expression formula) => formula switch
    {
        Expression.Name name => [name],
        Expression.Unary { Operator: Operator.Minus } minus => Tells(minus.Operand),
        Expression.Binary { Operator: Operator.Plus or Operator.Minus or Operator.Times or Operator.Over } binary => Tells(binary.Left).Concat(Tells(binary.Right)),
        Expression.Call { Function: not ("given" or "count") } call => call.Arguments.SelectMany(Tells),
        Expression.Several several => several.Items.SelectMany(Tells),
        _ => [],
    };
}
