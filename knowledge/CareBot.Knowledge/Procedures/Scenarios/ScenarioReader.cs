using System.Globalization;
using System.Text.RegularExpressions;
using CareBot.Desk;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Reads the scenarios of a Markdown file.</summary>
/// <remarks>Lines that begin with <c>- </c>, <c>&gt; </c> and <c>&lt; </c> are the scenario, one that begins with blanks goes on with the
/// line before; headings below the first and everything else are for people.</remarks>
internal sealed partial class ScenarioReader
{
    /// <summary>The lines of one scenario.</summary>
    private const int LinesMax = 1_000;

    private static readonly string[] Needed = ["procedure", "now"];

    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal) { ["web"] = "directline", ["teams"] = "msteams" };

    private readonly BusinessCalendar calendar;
    private readonly List<Problem> problems = [];

    private ScenarioReader(BusinessCalendar calendar) => this.calendar = calendar;

    /// <summary>Reads a file.</summary>
    /// <param name="path">What it is called in messages.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="calendar">In whose zone its times are.</param>
    public static (IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Problem> Problems) Read(string path, byte[] bytes, BusinessCalendar calendar)
    {
        var (source, problem) = SourceText.Decode(path, bytes);
        if (source is null)
        {
            return ([], [problem!]);
        }

        var reader = new ScenarioReader(calendar);
        var scenarios = Pieces(Whole(source)).Select(reader.One).OfType<Scenario>().ToList();
        if (scenarios.Count == 0 && reader.problems.Count == 0)
        {
            reader.problems.Add(ScenarioUnread(Spot.StartOf(path), "the file", "must hold a scenario, beginning with `# Scenario: its name`"));
        }

        return (scenarios, reader.problems);
    }

    /// <summary>The lines that say something, each with what goes on below it.</summary>
    private static IEnumerable<(string Text, Spot At)> Whole(SourceText source)
    {
        (string Text, Spot At)? last = null;
        foreach (var (line, number) in source.Text.Split('\n').Select((line, at) => (line.TrimEnd('\r', ' '), at + 1)))
        {
            if (last is { } before && line.Length > 0 && char.IsWhiteSpace(line[0]))
            {
                last = before with { Text = $"{before.Text} {line.Trim()}" };
                continue;
            }

            if (last is { } done)
            {
                yield return done;
            }

            last = line is ['#' or '-' or '>' or '<', ..] && !line.StartsWith("<!--", StringComparison.Ordinal) ? (line, source.Line(number)) : null;
        }

        if (last is { } end)
        {
            yield return end;
        }
    }

    private static List<List<(string Text, Spot At)>> Pieces(IEnumerable<(string Text, Spot At)> lines)
    {
        var pieces = new List<List<(string, Spot)>>();
        foreach (var line in lines)
        {
            if (Title().IsMatch(line.Text))
            {
                pieces.Add([line]);
            }
            else if (pieces.Count > 0 && !line.Text.StartsWith('#'))
            {
                pieces[^1].Add(line);
            }
        }

        return pieces;
    }

    private Scenario? One(List<(string Text, Spot At)> piece)
    {
        var (title, at) = piece[0];
        var before = problems.Count;
        var head = new Dictionary<string, (string Text, Spot At)>(StringComparer.Ordinal);
        var lines = new List<ScenarioLine>();
        foreach (var (text, spot) in piece.Skip(1))
        {
            if (Field().Match(text) is { Success: true } field)
            {
                head[field.Groups[1].Value] = (field.Groups[2].Value.Trim(), spot);
            }
            else
            {
                Try(spot, () => lines.Add(Line(text, spot)));
            }
        }

        foreach (var missing in Needed.Where(key => !head.ContainsKey(key)))
        {
            Refuse(at, "the scenario", $"lacks `- {missing}: …` below its name");
        }

        if (lines.Count > LinesMax)
        {
            Refuse(at, "the scenario", $"has {lines.Count} lines; {LinesMax} are the most");
        }

        var now = Try(head, "now", written => Now(written));
        var (id, version) = Try(head, "procedure", Id);
        var language = Try(head, "language", written => LanguageTags.FromTag(written) ?? throw new FormatException("write it or en"), Language.Italian);
        var channel = Try(head, "channel", written => Channels.GetValueOrDefault(written) ?? throw new FormatException("write web or teams"), "directline");
        return problems.Count > before ? null : new()
        {
            Procedure = new(id!),
            Version = version,
            Name = Title().Match(title).Groups[1].Value.Trim(),
            At = at,
            Now = now,
            Language = language,
            Channel = channel!,
            Lines = lines,
        };
    }

    private static ScenarioLine Line(string text, Spot at) => text switch
    {
        ['>', .. var said] => new ScenarioLine.Does(at, text, HappeningReader.Said(said.Trim())),
        ['<', .. var heard] => new ScenarioLine.Expects(at, text, ExpectationReader.Heard(heard.Trim())),
        ['-', .. var item] when GivenReader.Read(item.Trim()) is { } given => new ScenarioLine.Given(at, text, given),
        ['-', .. var item] when HappeningReader.Read(item.Trim()) is { } happening => new ScenarioLine.Does(at, text, happening),
        ['-', .. var item] => new ScenarioLine.Expects(at, text, ExpectationReader.Read(item.Trim())),
        _ => throw new FormatException("a line begins with `- `, `> C: ` or `< B: `"),
    };

    private DateTimeOffset Now(string written)
    {
        // The zone is the desk's; it may be written for readers.
        var (text, zone) = Zoned().Match(written) is { Success: true } zoned ? (zoned.Groups[1].Value, zoned.Groups[2].Value) : (written, null);
        return zone is not null && zone != calendar.Zone.Id
            ? throw new FormatException($"the desk's zone is {calendar.Zone.Id}, not {zone}")
            : WallTime.Written(Moment.Local(text) ?? throw new FormatException("write a time such as 2026-12-28 10:00"), calendar.Zone);
    }

    private static (string? Id, int? Version) Id(string written) => written.Split('@') switch
    {
        [var id] when Written.IsId(id) => (id, null),
        [var id, var version] when Written.IsId(id) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (id, number),
        _ => throw new FormatException("write the id of a procedure, with a version or without: recesso@3"),
    };

    private T? Try<T>(Dictionary<string, (string Text, Spot At)> head, string key, Func<string, T> read, T? otherwise = default)
    {
        var value = otherwise;
        if (head.TryGetValue(key, out var field))
        {
            Try(field.At, () => value = read(field.Text));
        }

        return value;
    }

    private void Try(Spot at, Action read)
    {
        try
        {
            read();
        }
        catch (FormatException wrong)
        {
            Refuse(at, "the line", $"cannot be read: {wrong.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Only who plays scenarios meets this: no check of a library does, and its rules do not list it.</summary>
    private static Problem ScenarioUnread(Spot at, string what, string why) => Problem.Error("CB590", at, $"{what} {why}.");

    private void Refuse(Spot at, string what, string why) => problems.Add(ScenarioUnread(at, what, why));

    [GeneratedRegex(@"^#\s*Scenario:\s*(.+)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^-\s*(procedure|now|language|channel):\s*(.+)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(.*\d)\s+([A-Za-z]+/[A-Za-z_/]+|UTC)$")]
    private static partial Regex Zoned();
}
