using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>No two procedures are asked for in the same words, since then neither begins.</summary>
internal static class StartsApart
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around) =>
        from start in around.Starts
        where start.Procedure == it.Procedure.Id
        let others = around.StartsOf[(start.Phrase.Language, start.Words)].Where(other => other != it.Procedure.Id).ToList()
        where others.Count > 0
        select Problems.StartTaken(it.Places.Top("start", start.Phrase.Language.Tag(), start.Phrase.Text), start.Phrase.Text, others[0]);
}
