namespace CareBot.Procedures.Slots;

/// <summary>Takes the customer's own words as they are.</summary>
internal static class FreeTexts
{
    /// <summary>The characters of a description; more is a document, and comes as a file.</summary>
    private const int LengthMax = 2_000;

    public static SlotReading Read(SlotText text) =>
        text.Words == 0 ? SlotReading.Nowhere
        : text.Typed.Length > LengthMax ? new SlotReading.Invalid(SlotFault.TooLong)
        : new SlotReading.Filled(new Value.Text(text.Typed));
}
