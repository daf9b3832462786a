using CareBot.Desk;

namespace CareBot.Procedures.Slots;

/// <summary>What a message says of a slot.</summary>
public abstract record SlotReading
{
    private SlotReading()
    {
    }

    internal static SlotReading Nowhere { get; } = new Absent();

    /// <summary>The same, but invalid where a value was found with which something is wrong.</summary>
    internal SlotReading Unless(Func<Value, SlotFault?> wrong) =>
        this is Filled filled && wrong(filled.Value) is { } fault ? new Invalid(fault) : this;

    /// <summary>It holds a value that passes all checks.</summary>
    public sealed record Filled(Value Value) : SlotReading;

    /// <summary>It holds something that is meant to be one and is none.</summary>
    public sealed record Invalid(SlotFault Fault) : SlotReading;

    /// <summary>It speaks of something else: a question in between, for one.</summary>
    public sealed record Absent : SlotReading;
}

/// <summary>Where and when something is read.</summary>
/// <param name="Language">The conversation's.</param>
/// <param name="Today">The day that it is in the company's time zone.</param>
public sealed record SlotContext(Language Language, DateOnly Today)
{
    /// <summary>What the clock says where the desk is.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>What is said at an instant, by the day and the clock where the desk is.</summary>
    public static SlotContext At(DateTimeOffset now, BusinessCalendar calendar, Language language)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(language, calendar.LocalDay(now)) { Time = calendar.LocalTime(now) };
    }
}

/// <summary>Why what a customer sent cannot be taken. <see cref="SlotWords"/> says it to them.</summary>
public enum SlotFault
{
    /// <summary>Two or more different ones were named.</summary>
    SeveralMeant,

    /// <summary>Longer than a slot may hold.</summary>
    TooLong,

    /// <summary>No whole number.</summary>
    NotWhole,

    /// <summary>Less or more than makes sense.</summary>
    NumberOutOfRange,

    /// <summary>Another currency than euros.</summary>
    CurrencyNotEuro,

    /// <summary>A day that no calendar has, such as 31 November.</summary>
    NoSuchDay,

    /// <summary>A day to come where one gone by is asked for.</summary>
    DayInFuture,

    /// <summary>A day gone by where one to come is asked for.</summary>
    DayInPast,

    /// <summary>A day beyond those for which one makes appointments.</summary>
    DayTooFar,

    /// <summary>An hour that no clock has.</summary>
    NoSuchHour,

    /// <summary>Hours that end before they begin.</summary>
    WindowEndsFirst,

    /// <summary>Hours of today that are over.</summary>
    WindowPast,

    /// <summary>An e-mail address that is incomplete.</summary>
    EmailShape,

    /// <summary>A telephone number with too few or too many digits.</summary>
    PhoneShape,

    /// <summary>A telephone number of another country.</summary>
    PhoneForeign,

    /// <summary>A postcode that has not five digits.</summary>
    PostcodeShape,

    /// <summary>Five digits that are no Italian postcode.</summary>
    PostcodeUnknown,

    /// <summary>An IBAN of no country that has them.</summary>
    IbanCountry,

    /// <summary>An IBAN with too few or too many signs.</summary>
    IbanLength,

    /// <summary>An IBAN whose check digits do not come out.</summary>
    IbanCheck,

    /// <summary>A tax code that has not sixteen signs, or letters where digits are.</summary>
    TaxCodeShape,

    /// <summary>A tax code whose last letter does not come out.</summary>
    TaxCodeCheck,

    /// <summary>A code that looks otherwise than such codes do.</summary>
    CodeShape,

    /// <summary>Files, and no picture among them.</summary>
    NoPhoto,

    /// <summary>An address without its street.</summary>
    StreetMissing,

    /// <summary>An address without the number of the house.</summary>
    HouseMissing,

    /// <summary>An address without its postcode.</summary>
    PostcodeMissing,

    /// <summary>An address without its town.</summary>
    TownMissing,
}
