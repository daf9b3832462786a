namespace CareBot.Procedures.Engine;

/// <summary>Where a procedure stands, for a customer who has had something else in between.</summary>
internal static class Recap
{
    /// <summary>The slots that are named; more would be a form read aloud.</summary>
    private const int SlotsMax = 3;

    public static string Of(Walk walk)
    {
        var language = walk.Context.Language;
        var known = walk.Here.Visited
            .Select(walk.Procedure.Find)
            .OfType<Step.Ask>()
            .Select(ask => walk.Slot(ask.Slot))
            .Distinct()
            .Where(slot => walk.Here.Values.TryGetValue(slot.Name, out var value) && value.IsGiven)
            .TakeLast(SlotsMax)
            .Select(slot => $"{slot.Label.In(language)}: {slot.Type.Show(Kept(slot, walk.Here.Values[slot.Name]), language)}")
            .ToList();
        var back = walk.Words.BackTo(walk.Procedure.Title.In(language));
        return known.Count == 0 ? $"{back}." : $"{back} ({string.Join("; ", known)}).";
    }

    private static Value Kept(Slot slot, Value value) => slot.IsPersonal ? slot.Type.Mask(value) : value;
}
