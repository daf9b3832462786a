namespace CareBot.Procedures.Slots;

/// <summary>What people call months and days, accents taken away.</summary>
internal static class DayWords
{
    public const string EnglishMonths =
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";

    public const string Months =
        "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|genn|gen|febb|mag|giu|lug|ago|sett|set|ott|dic|" + EnglishMonths;

    public const string Weekdays =
        "lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    /// <summary>They are also words of their own ("sat", "mar"), so what follows must tell that days are meant.</summary>
    public const string ShortWeekdays = "lun|mar|mer|gio|ven|sab|dom|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun";

    /// <summary>The number of a month by the letters by which the languages agree on it, or by those in which they do not.</summary>
    public static int Month(string name) => name[..3] switch
    {
        "gen" or "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "mag" or "may" => 5,
        "giu" or "jun" => 6,
        "lug" or "jul" => 7,
        "ago" or "aug" => 8,
        "set" or "sep" => 9,
        "ott" or "oct" => 10,
        "nov" => 11,
        _ => 12,
    };

    public static DayOfWeek Weekday(string name) => name[..3] switch
    {
        "lun" or "mon" => DayOfWeek.Monday,
        "mar" or "tue" => DayOfWeek.Tuesday,
        "mer" or "wed" => DayOfWeek.Wednesday,
        "gio" or "thu" => DayOfWeek.Thursday,
        "ven" or "fri" => DayOfWeek.Friday,
        "sab" or "sat" => DayOfWeek.Saturday,
        _ => DayOfWeek.Sunday,
    };
}
