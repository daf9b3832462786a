using System.Collections.Immutable;
using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>How the company's care is organised, out of <c>care-model.yaml</c>: its hours, its queues, its
/// roles and skills, what it promises.</summary>
public sealed record CareModel
{
    /// <summary>The file's name in the library's folder.</summary>
    public const string FileName = "care-model.yaml";

    internal static readonly string[] Keys = ["calendar", "queues", "roles", "members", "skills", "tags", "slas"];

    internal static readonly string[] CalendarKeys = ["zone", "holidays", "closures", "week", "special", "always_open"];

    internal static readonly string[] SlaKeys = ["first_response", "resolution"];

    internal static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The hours and days of rest by which time is counted.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>Where contacts and tasks wait for people, by id.</summary>
    public ImmutableSortedDictionary<string, Wording> Queues { get; init; } = ImmutableSortedDictionary<string, Wording>.Empty;

    /// <summary>Who may say yes to what, by id.</summary>
    public ImmutableSortedDictionary<string, Wording> Roles { get; init; } = ImmutableSortedDictionary<string, Wording>.Empty;

    /// <summary>The agents of each role, by the names they work under; a role that nobody is named for is everybody's.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Members { get; init; } = ImmutableSortedDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>What some tasks ask of whoever does them, by id.</summary>
    public ImmutableSortedDictionary<string, Wording> Skills { get; init; } = ImmutableSortedDictionary<string, Wording>.Empty;

    /// <summary>What cases are marked with, by id.</summary>
    public ImmutableSortedDictionary<string, Wording> Tags { get; init; } = ImmutableSortedDictionary<string, Wording>.Empty;

    /// <summary>The times within which cases are answered and resolved, by id.</summary>
    public ImmutableSortedDictionary<string, SlaPromise> Slas { get; init; } = ImmutableSortedDictionary<string, SlaPromise>.Empty;

    /// <summary>What a queue, a role, a skill or a tag is called; null where none has that id.</summary>
    public Wording? TitleOf(string id) => new[] { Queues, Roles, Skills, Tags }
        .Select(titles => titles.GetValueOrDefault(id)).FirstOrDefault(title => title is not null);

    /// <summary>What holds where there is no file: a desk of ordinary Italian office hours, and the one queue.</summary>
    internal static CareModel Usual { get; } = new()
    {
        Calendar = new()
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"),
            KeepsItalianHolidays = true,
            Weekly = Enumerable.Range(1, 5).ToImmutableDictionary(
                day => (DayOfWeek)day, _ => (IReadOnlyList<OpenHours>)[new(TimeSpan.FromHours(9), TimeSpan.FromHours(18))]),
        },
        Queues = ImmutableSortedDictionary<string, Wording>.Empty.Add("care", new("Assistenza clienti", "Customer care")),
    };

    /// <summary>Reads the file of a library's folder.</summary>
    /// <param name="folder">The library's.</param>
    /// <param name="last">What served until now: it goes on serving where something is wrong in the file. Null at the first reading.</param>
    internal static (CareModel Model, IReadOnlyList<Problem> Problems) Read(string folder, CareModel? last)
    {
        var file = RuleFile.Open(folder, FileName);
        if (file.Root is null)
        {
            return (file.Problems.Count > 0 && last is not null ? last : Usual, file.Problems);
        }

        var fields = file.Fields(file.Root, "the file", Keys);
        var roles = Titles(file, fields.GetValueOrDefault("roles"), "`roles`");
        var model = new CareModel
        {
            Calendar = CalendarOf(file, fields.GetValueOrDefault("calendar")),
            Queues = Titles(file, fields.GetValueOrDefault("queues"), "`queues`"),
            Roles = roles,
            Members = MembersOf(file, fields.GetValueOrDefault("members"), [.. roles.Keys]),
            Skills = Titles(file, fields.GetValueOrDefault("skills"), "`skills`"),
            Tags = Titles(file, fields.GetValueOrDefault("tags"), "`tags`"),
            Slas = SlasOf(file, fields.GetValueOrDefault("slas")),
        };
        return (file.Problems.Count > 0 ? last ?? Usual : model, file.Problems);
    }

    private static BusinessCalendar CalendarOf(RuleFile file, YamlNode? node)
    {
        if (node is null)
        {
            return Usual.Calendar;
        }

        var fields = file.Fields(node, "`calendar`", CalendarKeys);
        var week = file.Fields(fields.GetValueOrDefault("week"), "`week`", Days);
        var calendar = new BusinessCalendar
        {
            Zone = Zone(file, fields, node),
            KeepsItalianHolidays = ProcedureReader.OneOf(file, fields, "holidays", ["it", "none"]) == "it",
            LocalClosures = [.. file.Items(fields.GetValueOrDefault("closures"), "`closures`").Select(item => Closure(file, item)).OfType<ClosedDay>()],
            Weekly = week.ToImmutableDictionary(day => (DayOfWeek)Array.IndexOf(Days, day.Key), day => Hours(file, day.Value, day.Key)),
            SpecialDays = file.Named(fields.GetValueOrDefault("special"), "`special`")
                .Select(each => (Day: Day(file, each.At, each.Key), Hours: Hours(file, each.Value, each.Key)))
                .Where(each => each.Day is not null)
                .ToImmutableDictionary(each => each.Day!.Value, each => each.Hours),
            AlwaysOpen = SlotReader.Truth(file, fields, "always_open"),
        };
        if (!calendar.AlwaysOpen && calendar.Weekly.Values.All(hours => hours.Count == 0))
        {
            // Where no hour is open, no time is ever over.
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`calendar`", "open at some hour: give a day of `week` its hours, or write `always_open: true`"));
        }

        return calendar;
    }

    private static TimeZoneInfo Zone(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode owner)
    {
        var name = file.Text(fields, "zone", owner);
        if (name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        if (name is not null)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["zone"]), "`zone`", "a time zone such as Europe/Rome"));
        }

        return TimeZoneInfo.Utc;
    }

    private static IReadOnlyList<OpenHours> Hours(RuleFile file, YamlNode node, string day) =>
        [.. file.Items(node, $"`{day}`").Select(item => Span(file, item)).OfType<OpenHours>()];

    /// <summary>Hours such as <c>09:00-18:00</c>; a night goes on past 24: <c>22:00-30:00</c>.</summary>
    private static OpenHours? Span(RuleFile file, YamlNode item)
    {
        if (file.Text(item, "hours") is not { } written)
        {
            return null;
        }

        if (OpenHours.FromText(written) is { } hours)
        {
            return hours;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "hours", "written like \"09:00-18:00\", the end after the beginning"));
        return null;
    }

    private static ClosedDay? Closure(RuleFile file, YamlNode item)
    {
        if (file.Text(item, "closures") is not { } written)
        {
            return null;
        }

        if (ClosedDay.FromText(written) is { } closed)
        {
            return closed;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "a closure", "a day such as 06-13, every year, or 2026-12-24"));
        return null;
    }

    private static DateOnly? Day(RuleFile file, YamlNode at, string written)
    {
        if (Written.Date(written) is { } day)
        {
            return day;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(at), "a special day", "a day written like 2026-12-24"));
        return null;
    }

    private static ImmutableSortedDictionary<string, Wording> Titles(RuleFile file, YamlNode? node, string what)
    {
        var titles = ImmutableSortedDictionary.CreateBuilder<string, Wording>(StringComparer.Ordinal);
        foreach (var (id, at, value) in file.Named(node, what))
        {
            var words = file.Fields(value, $"`{id}`", ["it", "en"]);
            var (italian, english) = (file.Text(words, "it", at), file.Text(words, "en", at));
            if (italian is not null && english is not null)
            {
                titles[id] = new(italian, english);
            }
        }

        return titles.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, IReadOnlyList<string>> MembersOf(RuleFile file, YamlNode? node, IReadOnlyList<string> roles)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (role, at, value) in file.Named(node, "`members`"))
        {
            if (!roles.Contains(role))
            {
                file.Refuse(Problems.ModelUnknown(file.At(at), "role", role, EditDistance.Nearest(role, roles)));
            }

            // A list that is kept for later, with nobody on it yet, is no lock.
            if (file.Items(value, $"`{role}`").Select(item => file.Text(item, "a name")).OfType<string>().ToList() is [_, ..] names)
            {
                members[role] = names;
            }
        }

        return members.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, SlaPromise> SlasOf(RuleFile file, YamlNode? node)
    {
        var slas = ImmutableSortedDictionary.CreateBuilder<string, SlaPromise>(StringComparer.Ordinal);
        foreach (var (id, at, value) in file.Named(node, "`slas`"))
        {
            var fields = file.Fields(value, $"`{id}`", SlaKeys);
            slas[id] = new(Amount("first_response"), Amount("resolution"));

            TimeAmount? Amount(string key)
            {
                if (!fields.TryGetValue(key, out var amount) || file.Text(amount, key) is not { } written)
                {
                    return null;
                }

                if (TimeAmount.TryParse(written, out var read))
                {
                    return read;
                }

                file.Refuse(Reading.Problems.RulesWrongValue(file.At(amount), $"`{key}`", TimeAmount.Forms));
                return null;
            }
        }

        return slas.ToImmutable();
    }
}

/// <summary>The times within which a case is answered and resolved.</summary>
/// <param name="FirstResponse">Until somebody answers; null when nothing is promised.</param>
/// <param name="Resolution">Until it is resolved; null when nothing is promised.</param>
public sealed record SlaPromise(TimeAmount? FirstResponse, TimeAmount? Resolution);
