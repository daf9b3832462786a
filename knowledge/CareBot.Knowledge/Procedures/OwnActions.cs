using System.Collections.Immutable;
using CareBot.Procedures.Engine;

namespace CareBot.Knowledge.Procedures;

/// <summary>What procedures may have the service itself do. Procedures call it as they call other systems, and nobody declares it.</summary>
internal static class OwnActions
{
    /// <summary>The name that no other system may have.</summary>
    public const string System = "carebot";

    /// <summary>Each by its full name.</summary>
    public static ImmutableSortedDictionary<string, ConnectorAction> All { get; } = new[]
    {
        Action(ActionCall.Requests, "{about}", writes: false) with { Answer = Fields("count", "with_people") },
        Action(ActionCall.BringHere, "{about}/{proved}", writes: true) with
        {
            Errors = ImmutableDictionary<int, string>.Empty.Add(403, ActionCall.NotProved),
            Answer = Fields("count", "titles", "waiting", "with_people"),
        },
    }.ToImmutableSortedDictionary(action => action.Name, action => action, StringComparer.Ordinal);

    /// <param name="name">The full name.</param>
    /// <param name="told">What it must be told, as the path of another system has it.</param>
    /// <param name="writes">Whether it changes something.</param>
    private static ConnectorAction Action(string name, string told, bool writes) => new()
    {
        Name = name,
        Address = new($"{System}:/"),
        Path = told,
        Method = "POST",
        Writes = writes,
        Timeout = TimeSpan.Zero,
        Retries = 0,
    };

    private static ImmutableSortedDictionary<string, string> Fields(params IEnumerable<string> names) =>
        names.ToImmutableSortedDictionary(name => name, name => name, StringComparer.Ordinal);
}
