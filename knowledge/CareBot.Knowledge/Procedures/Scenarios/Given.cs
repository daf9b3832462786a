using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>What another system answers in a scenario.</summary>
/// <param name="Action">The connector and its action: <c>orders.get</c>.</param>
/// <param name="Where">What must be in the call, as written; a call with other values is not answered by this.</param>
/// <param name="Result">What it answers; null when it never does.</param>
/// <param name="After">How long that takes; null for at once.</param>
internal sealed record Given(string Action, IReadOnlyList<Named> Where, ActionResult? Result, TimeAmount? After)
{
    /// <summary>Whether a call is one that this answers.</summary>
    public bool Fits(ActionCall call) => call.Action == Action && Where.All(each => WrittenValue.Is(call.With[each.Name], each.Written));
}

/// <summary>A name and the value written for it.</summary>
internal sealed record Named(string Name, string Written);

/// <summary>The other systems of a scenario: they answer what was given, and nothing else.</summary>
/// <remarks>Of several answers that fit a call those with the most conditions count. Each of them answers one call, in the order
/// written, and the last one all that follow.</remarks>
internal sealed class MockedSystems
{
    private readonly List<Given> givens = [];
    private readonly HashSet<Given> used = new(ReferenceEqualityComparer.Instance);

    public void Add(Given given) => givens.Add(given);

    /// <summary>What answers a call; null where nothing was given for it.</summary>
    public Given? For(ActionCall call)
    {
        var fitting = givens.Where(given => given.Fits(call)).ToList();
        var best = fitting.Where(given => given.Where.Count == fitting.Max(each => each.Where.Count)).ToList();
        var next = best.Find(given => !used.Contains(given)) ?? best.LastOrDefault();
        if (next is not null)
        {
            used.Add(next);
        }

        // Letters are always posted, unless a scenario says that they cannot be.
        return next ?? (call.Action == ActionCall.Mail ? new(call.Action, [], new ActionResult.Succeeded(Value.Fields.Of()), null) : null);
    }
}
