using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What a procedure must go together with.</summary>
/// <param name="Procedures">All of the library that could be read, by id.</param>
/// <param name="Model">How the company's care is organised.</param>
/// <param name="Connectors">The other systems.</param>
/// <param name="Published">What has been published before.</param>
internal sealed record Surroundings(
    IReadOnlyDictionary<ProcedureId, Blueprint> Procedures, CareModel Model, Connectors Connectors, PublishedVersions Published)
{
    /// <summary>The ways in which customers begin procedures, each with its words as they are compared.</summary>
    public IReadOnlyList<(ProcedureId Procedure, StartPhrase Phrase, string Words)> Starts => field ??=
    [
        .. from it in Procedures.Values
           where it.Read.IsPublished && it.Procedure.IsForCustomers
           from start in it.Procedure.Starts
           let words = StartPhrasings.WordsOf(start.Text, start.Language)
           where words.Count > 0
           select (it.Procedure.Id, start, string.Join(' ', words.Order(StringComparer.Ordinal))),
    ];

    /// <summary>Who begins by the same words.</summary>
    public ILookup<(Language Language, string Words), ProcedureId> StartsOf =>
        field ??= Starts.ToLookup(start => (start.Phrase.Language, start.Words), start => start.Procedure);

    /// <summary>The calls of a procedure by others, with who calls.</summary>
    public IEnumerable<(Blueprint Caller, Step.Call Call)> CallsOf(ProcedureId id) =>
        from caller in Procedures.Values
        from call in caller.Procedure.Steps.OfType<Step.Call>()
        where call.Procedure == id
        select (caller, call);

    /// <summary>The errors that a procedure leaves to whoever calls it.</summary>
    public IReadOnlySet<string> Raised(ProcedureId id) => Raised(id, []);

    private HashSet<string> Raised(ProcedureId id, HashSet<ProcedureId> seen)
    {
        if (!seen.Add(id) || Procedures.GetValueOrDefault(id)?.Procedure is not { } procedure)
        {
            return [];
        }

        return
        [
            .. procedure.Steps.OfType<Step.Raise>().Select(raise => raise.Error)
                .Concat(procedure.Steps.OfType<Step.Call>().SelectMany(call => Raised(call.Procedure, seen).Where(error => !call.On.ContainsKey(error))))
                .Where(error => !procedure.Catches.ContainsKey(error)),
        ];
    }
}
