using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CareBot.Procedures.Slots;

/// <summary>What kind of thing a procedure asks a customer for: how it is read, shown and hidden.</summary>
/// <remarks>The short names are what authors write and what the store keeps.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(FreeText), "text")]
[JsonDerivedType(typeof(WholeNumber), "integer")]
[JsonDerivedType(typeof(Money), "money")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(TimeWindow), "time_window")]
[JsonDerivedType(typeof(Choice), "enum")]
[JsonDerivedType(typeof(YesNo), "boolean")]
[JsonDerivedType(typeof(Email), "email")]
[JsonDerivedType(typeof(Phone), "phone_it")]
[JsonDerivedType(typeof(Postcode), "postcode_it")]
[JsonDerivedType(typeof(Iban), "iban")]
[JsonDerivedType(typeof(TaxCode), "tax_code_it")]
[JsonDerivedType(typeof(OrderRef), "order_ref")]
[JsonDerivedType(typeof(ProductRef), "product_ref")]
[JsonDerivedType(typeof(Serial), "serial")]
[JsonDerivedType(typeof(Photo), "photo")]
[JsonDerivedType(typeof(AnyFile), "file")]
[JsonDerivedType(typeof(Address), "address")]
public abstract record SlotType
{
    /// <summary>The characters of a message that are read; nobody writes a value beyond them.</summary>
    public const int TextMax = 4_000;

    private SlotType()
    {
    }

    /// <summary>The customer's own words, such as the description of a defect: <see cref="Value.Text"/>.</summary>
    public sealed record FreeText : SlotType;

    /// <summary>A count: <see cref="Value.Number"/>.</summary>
    /// <param name="Min">The least that makes sense, where there is one.</param>
    /// <param name="Max">The most that makes sense, where there is one.</param>
    public sealed record WholeNumber(int? Min = null, int? Max = null) : SlotType;

    /// <summary>An amount in euros: <see cref="Value.Number"/>.</summary>
    /// <param name="Max">The most that makes sense, where there is one.</param>
    public sealed record Money(decimal? Max = null) : SlotType;

    /// <summary>A day: <see cref="Value.Date"/>.</summary>
    /// <param name="Sense">Which day "3/12" and "Monday" are.</param>
    public sealed record Date(DateSense Sense = DateSense.Any) : SlotType;

    /// <summary>
    /// Hours in which the customer can be reached: <see cref="Value.Fields"/> with <c>from</c> and <c>to</c> as <c>09:00</c>, and
    /// <c>day</c> where one was said.
    /// </summary>
    public sealed record TimeWindow : SlotType;

    /// <summary>One of a list: <see cref="Value.Text"/> with its name.</summary>
    public sealed record Choice(IReadOnlyList<ChoiceValue> Values) : SlotType
    {
        /// <inheritdoc/>
        public bool Equals(Choice? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Count;
    }

    /// <summary>A yes or a no: <see cref="Value.Truth"/>.</summary>
    /// <param name="IsExplicit">Whether a mere "ok" is not enough, as where money or rights hang on it.</param>
    public sealed record YesNo(bool IsExplicit = false) : SlotType;

    /// <summary>An e-mail address, in lower case: <see cref="Value.Text"/>.</summary>
    public sealed record Email : SlotType;

    /// <summary>An Italian telephone number as <c>+393331234567</c>: <see cref="Value.Text"/>.</summary>
    public sealed record Phone : SlotType;

    /// <summary>An Italian postcode, five digits: <see cref="Value.Text"/>.</summary>
    public sealed record Postcode : SlotType;

    /// <summary>An IBAN in one piece, in capitals: <see cref="Value.Text"/>.</summary>
    public sealed record Iban : SlotType;

    /// <summary>A person's Italian tax code, in capitals: <see cref="Value.Text"/>.</summary>
    public sealed record TaxCode : SlotType;

    /// <summary>The number of an order, in capitals: <see cref="Value.Text"/>.</summary>
    public sealed record OrderRef(CodePattern Pattern) : SlotType;

    /// <summary>The code of a product, in capitals: <see cref="Value.Text"/>.</summary>
    public sealed record ProductRef(CodePattern Pattern) : SlotType;

    /// <summary>A serial number, in capitals: <see cref="Value.Text"/>.</summary>
    public sealed record Serial(CodePattern Pattern) : SlotType;

    /// <summary>
    /// Pictures: <see cref="Value.Sequence"/> of <see cref="Value.Fields"/> with <c>id</c>, <c>name</c> and <c>type</c>.
    /// </summary>
    public sealed record Photo : SlotType;

    /// <summary>Files of any kind, as <see cref="Photo"/> holds them.</summary>
    public sealed record AnyFile : SlotType;

    /// <summary>
    /// Where a parcel can go: <see cref="Value.Fields"/> with <c>street</c> (and the number of the house), <c>postcode</c>, <c>town</c>
    /// and, where it was said, <c>province</c>.
    /// </summary>
    public sealed record Address : SlotType;

    /// <summary>
    /// Whether a value can be told in any sentence, without having been asked for: such slots are filled from the first message, and
    /// corrections of them are recognised.
    /// </summary>
    /// <remarks>
    /// Telephone numbers are not: order and parcel numbers look alike. A code is where its pattern leaves everyday words and numbers alone.
    /// </remarks>
    [JsonIgnore]
    public bool IsDistinct => this is Email or Iban or TaxCode || OwnPattern is { IsDistinct: true };

    /// <summary>Whether the value says something of a person, so that it is masked wherever it need not be read.</summary>
    [JsonIgnore]
    public bool IsPersonal => this is Email or Phone or Iban or TaxCode or Address;

    /// <summary>Finds a value in what a customer has sent.</summary>
    /// <param name="text">The customer's words; beyond <see cref="TextMax"/> they are not read.</param>
    /// <param name="files">The files sent with them.</param>
    /// <param name="context">In which language and on which day.</param>
    public SlotReading Read(string text, IReadOnlyList<SentFile> files, SlotContext context)
    {
        var written = SlotText.Of(text.Length <= TextMax ? text : text[..TextMax]);
        return this switch
        {
            Photo => Attachments.Read(files, photosOnly: true),
            AnyFile => Attachments.Read(files, photosOnly: false),
            Email => Emails.Read(written),
            Phone => Phones.Read(written),
            Postcode => Postcodes.Read(written),
            Iban => Ibans.Read(written),
            TaxCode => TaxCodes.Read(written),
            Address => Addresses.Read(written),
            OrderRef or ProductRef or Serial => Codes.Read(written, OwnPattern!),
            _ when written.IsQuestion => SlotReading.Nowhere,
            FreeText => FreeTexts.Read(written),
            WholeNumber number => WholeNumbers.Read(written, number),
            Money money => Amounts.Read(written, money),
            Date date => Days.Read(written, context, date.Sense),
            TimeWindow => Windows.Read(written, context),
            Choice choice => Choices.Read(written, choice),
            YesNo yesNo => Agreement.Read(written, yesNo.IsExplicit),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A value as customers read it; nothing for <see cref="Value.Nothing"/>.</summary>
    public string Show(Value value, Language language) => Shown.Of(this, value, language);

    /// <summary>What can be chosen, as buttons say it; empty where people type.</summary>
    public IReadOnlyList<string> Options(Language language) => Shown.Options(this, language);

    /// <summary>A value with what would tell the person taken out. What is not personal stays; masking twice is masking once.</summary>
    public Value Mask(Value value) => IsPersonal && value.IsGiven ? Masked.Of(this, value) : value;

    /// <summary>The pattern that its author gave it; null where it has none.</summary>
    internal CodePattern? OwnPattern => this switch
    {
        OrderRef order => order.Pattern,
        ProductRef product => product.Pattern,
        Serial serial => serial.Pattern,
        _ => null,
    };
}

/// <summary>Which day is meant where a customer leaves out the year or the week.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DateSense>))]
public enum DateSense
{
    /// <summary>The nearest one.</summary>
    [JsonStringEnumMemberName("any")]
    Any,

    /// <summary>Something that has happened, today or earlier. A later day is a mistake.</summary>
    [JsonStringEnumMemberName("past")]
    Past,

    /// <summary>Something that is to come, today or later. An earlier day is a mistake.</summary>
    [JsonStringEnumMemberName("future")]
    Future,
}
