using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>No two procedures are asked for in the same words, since then neither begins.</summary>
internal static class StartsApart
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around) => !Begins(it) ? [] :
        from start in it.Procedure.Starts
        let words = StartPhrasings.WordsOf(start.Text, start.Language)
        where words.Count > 0
        let other = around.Procedures.Values.FirstOrDefault(other => other.Procedure.Id != it.Procedure.Id && Begins(other)
            && other.Procedure.Starts.Any(theirs => theirs.Language == start.Language && StartPhrasings.WordsOf(theirs.Text, theirs.Language).SetEquals(words)))
        where other is not null
        select Problems.StartTaken(it.Places.Top("start", start.Language.Tag(), start.Text), start.Text, other.Procedure.Id);

    private static bool Begins(Blueprint it) => it.Read.IsPublished && it.Procedure.IsForCustomers;
}
