namespace CareBot.Procedures.Slots;

/// <summary>Takes out of values what would tell the person, and leaves enough for the person to know their own.</summary>
internal static class Masked
{
    private const char Hidden = '•';

    /// <summary>What stands for something whose length is nobody's business either.</summary>
    private static readonly string Something = new(Hidden, 3);

    public static Value Of(SlotType type, Value value) => (type, value) switch
    {
        (SlotType.Iban, Value.Text iban) => new Value.Text(Keep(iban.Words, 2, 4)),
        (SlotType.TaxCode, Value.Text code) => new Value.Text(Keep(code.Words, 3, 1)),
        (SlotType.Phone, Value.Text phone) => new Value.Text(Keep(phone.Words, 0, 3)),
        (SlotType.Email, Value.Text email) when email.Words.LastIndexOf('@') is > 0 and var at =>
            new Value.Text(email.Words[..1] + Something + email.Words[at..]),
        (SlotType.Address, Value.Fields address) => new Value.Fields(address.Named.SetItem("street", new Value.Text(Something))),
        // A value of another form came from elsewhere: all of it is hidden.
        _ => new Value.Text(Something),
    };

    private static string Keep(string words, int first, int last) => words.Length <= first + last
        ? Something
        : words[..first] + new string(Hidden, words.Length - first - last) + words[^last..];
}
