namespace CareBot.Privacy;

/// <summary>What stands in the place of something masked: one set for all languages, so that like questions stay alike.</summary>
internal static class Placeholder
{
    public const string Name = "[name]";
    public const string Email = "[email]";
    public const string Phone = "[phone]";
    public const string Iban = "[iban]";
    public const string Card = "[card]";
    public const string TaxCode = "[taxcode]";
    public const string Code = "[code]";
    public const string Address = "[address]";

    /// <summary>Matches any of them.</summary>
    public const string Any = @"\[(?:name|email|phone|iban|card|taxcode|code|address)\]";
}
