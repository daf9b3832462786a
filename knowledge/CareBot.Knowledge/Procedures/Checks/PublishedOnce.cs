using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What has been published under a number stays what it was.</summary>
internal static class PublishedOnce
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var procedure = it.Procedure;
        if (it.Read.IsPublished && around.Published.Hash(procedure.Id, procedure.Version) is { } hash && !procedure.Hash.StartsWith(hash, StringComparison.Ordinal))
        {
            yield return Problems.PublishedOtherwise(it.Places.Top("version"), procedure.Id.Value, procedure.Version);
        }
    }
}
