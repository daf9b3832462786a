using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Everything that must be so before a procedure is published, beyond that it can be read.</summary>
internal static class ProcedureChecks
{
    /// <summary>Applies every rule. An error means that the procedure is not used as it is.</summary>
    public static IReadOnlyList<Problem> Of(Blueprint it, Surroundings around) =>
    [
        .. TargetsExist.Check(it),
        .. ActsInPlace.Check(it),
        .. EdgesPossible.Check(it, around),
        .. StepsReached.Check(it, around),
        .. PathsEnd.Check(it, around),
        .. WaysOut.Check(it, around),
        .. TablesTotal.Check(it),
        .. RowsApart.Check(it),
        .. RowsSeen.Check(it),
        .. NamesFree.Check(it),
        .. NamesKnown.Check(it),
        .. FieldsKnown.Check(it, around),
        .. WrittenFirst.Check(it, around),
        .. RefusedHandled.Check(it, around),
        .. AsksWorded.Check(it),
        .. SlotsUsed.Check(it),
        .. PersonalKept.Check(it),
        .. HandoffsTold.Check(it),
        .. ApprovalsTold.Check(it),
        .. ProceduresKnown.Check(it, around),
        .. CallsEnd.Check(it, around),
        .. ActionsKnown.Check(it, around),
        .. WritesDeclared.Check(it, around),
        .. AddressesFilled.Check(it, around),
        .. ModelKnown.Check(it, around),
        .. DeadlinesEnd.Check(it),
        .. StartsApart.Check(it, around),
        .. FilesUsed.Check(it),
        .. PublishedOnce.Check(it, around),
    ];
}
