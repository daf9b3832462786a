using System.Collections.Frozen;
using System.Globalization;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Tables;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads a procedure out of its files.</summary>
internal static class ProcedureReader
{
    /// <summary>The steps of one procedure.</summary>
    private const int StepsMax = 200;

    /// <summary>The ways of asking for one procedure.</summary>
    private const int StartsMax = 200;

    private const string Published = "published";

    private const string Retired = "retired";

    public static readonly string[] Keys =
    [
        "procedure", "title", "button", "version", "status", "stops_on", "topic", "owner", "audience", "start", "key", "slots", "outputs", "remember", "catch", "steps",
    ];

    public static readonly string[] Statuses = ["draft", "review", Published, Retired];

    public static readonly string[] Audiences = ["customer", "agent", "procedure"];

    /// <summary>Reads a procedure.</summary>
    /// <param name="source">Its files.</param>
    /// <param name="laws">The words of laws by id and language; null where there is no rule of that id that may be stated.</param>
    /// <returns>The procedure, or null where something in its files is wrong; what is wrong.</returns>
    public static (ReadProcedure? Read, IReadOnlyList<Problem> Problems) Read(ProcedureSource source, LawTexts laws)
    {
        var file = RuleFile.Of(source.Path, source.Files[source.Path]);
        if (file.Root is not { } root || file.Problems.Count > 0)
        {
            return (null, file.Root is null && file.Problems.Count == 0
                ? [Reading.Problems.RulesWrongValue(new(source.Path, 1, 1), "the file", $"fields out of {string.Join(", ", Keys)}")]
                : [.. file.Problems]);
        }

        var texts = new MessageReader(file, source, laws);
        var fields = file.Fields(root, "the file", Keys);
        var id = file.Text(fields, "procedure", root);
        if (id is not null && id != source.Name)
        {
            file.Refuse(Problems.OtherName(file.At(fields["procedure"]), id, source.Name));
        }

        var title = texts.Words(fields, "title", root);
        var version = Version(file, fields, root);
        var status = OneOf(file, fields, "status", Statuses) ?? Published;
        var stopsOn = StopsOn(file, fields, status);
        var audience = OneOf(file, fields, "audience", Audiences) ?? "customer";
        var slots = SlotReader.Read(file, fields.GetValueOrDefault("slots"), texts);
        var steps = StepReader.Read(file, fields, root, texts);
        if (steps.Count > StepsMax)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["steps"]), "`steps`", $"at most {StepsMax} steps"));
        }

        var starts = Starts(file, fields.GetValueOrDefault("start"));
        var catches = file.Named(fields.GetValueOrDefault("catch"), "`catch`")
            .Select(each => (each.Key, Target: file.Text(each.Value, each.Key)))
            .Where(each => each.Target is not null)
            .ToFrozenDictionary(each => each.Key, each => new Target(each.Target!), StringComparer.Ordinal);
        var remember = fields.TryGetValue("remember", out var holds) ? AmountReader.Read(file, holds, "remember") : null;
        var tables = Tables(file, source, steps);
        if (file.Problems.Count > 0 || id is null || title is null || version is null)
        {
            return (null, [.. file.Problems]);
        }

        var procedure = new Procedure
        {
            Id = new(id),
            Version = version.Value,
            Hash = source.Hash,
            Title = title,
            Button = fields.ContainsKey("button") ? texts.Words(fields, "button", root) ?? title : title,
            Topic = fields.ContainsKey("topic") ? file.Text(fields, "topic", root) ?? "" : "",
            Owner = fields.ContainsKey("owner") ? file.Text(fields, "owner", root) ?? "" : "",
            IsForCustomers = audience == "customer",
            Starts = starts,
            Slots = slots,
            Steps = steps,
            Key = fields.ContainsKey("key") ? file.Text(fields, "key", root) : null,
            Catches = catches,
            Outputs = [.. file.Items(fields.GetValueOrDefault("outputs"), "`outputs`").Select(item => file.Text(item, "outputs")).OfType<string>()],
            Remember = remember,
            Tables = tables,
        };
        return file.Problems.Count > 0
            ? (null, [.. file.Problems])
            : (new(procedure, source, status == Published, texts.Spots) { IsRetired = status == Retired, StopsOn = stopsOn }, []);
    }

    private static int? Version(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode root)
    {
        if (file.Text(fields, "version", root) is not { } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
        {
            return version;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["version"]), "`version`", "a whole number from 1"));
        return null;
    }

    /// <summary>The day from which runs of a procedure that is out of use go on with people; only of one that no run begins in any more.</summary>
    private static DateOnly? StopsOn(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string status)
    {
        if (!fields.TryGetValue("stops_on", out var node) || file.Text(node, "stops_on") is not { } written)
        {
            return null;
        }

        if (status != Retired)
        {
            file.Refuse(Problems.StopsUnretired(file.At(node)));
        }

        if (Written.Date(written) is { } day)
        {
            return day;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`stops_on`", "a day written like 2026-12-24"));
        return null;
    }

    internal static string? OneOf(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, IReadOnlyList<string> values)
    {
        if (!fields.TryGetValue(key, out var node) || file.Text(node, key) is not { } written)
        {
            return null;
        }

        if (values.Contains(written))
        {
            return written;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), $"`{key}`", string.Join(", ", values)));
        return null;
    }

    private static List<StartPhrase> Starts(RuleFile file, YamlNode? node)
    {
        var starts = new List<StartPhrase>();
        foreach (var (tag, list) in file.Fields(node, "`start`", ["it", "en"]))
        {
            starts.AddRange(file.Items(list, $"`{tag}`")
                .Select(item => file.Text(item, tag))
                .OfType<string>()
                .Select(text => new StartPhrase(LanguageTags.FromTag(tag)!.Value, text)));
        }

        if (starts.Count > StartsMax)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node!), "`start`", $"at most {StartsMax} ways of asking"));
        }

        return starts;
    }

    /// <summary>The tables that steps decide by; each is named once for all the steps that do.</summary>
    private static FrozenDictionary<string, DecisionTable> Tables(RuleFile file, ProcedureSource source, IReadOnlyList<Step> steps)
    {
        var tables = new Dictionary<string, DecisionTable>(StringComparer.Ordinal);
        foreach (var decide in steps.OfType<Step.Decide>().DistinctBy(step => step.Table))
        {
            var path = $"{source.Name}/tables/{decide.Table}.md";
            if (!source.Files.TryGetValue(path, out var bytes))
            {
                file.Refuse(Problems.FileMissing(new(source.Path, decide.Line, 1), path));
                continue;
            }

            var problems = new List<Problem>();
            var (text, problem) = SourceText.Decode(path, bytes);
            if (text is null)
            {
                file.Refuse(problem!);
            }
            else if (TableReader.Read(text, problems) is { } table)
            {
                tables.Add(decide.Table, table);
            }

            problems.ForEach(file.Refuse);
        }

        return tables.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>A procedure as it was read.</summary>
/// <param name="Procedure">What it does.</param>
/// <param name="Source">What it is made of.</param>
/// <param name="IsPublished">Whether runs may begin with it.</param>
/// <param name="Spots">Where its texts stand.</param>
internal sealed record ReadProcedure(Procedure Procedure, ProcedureSource Source, bool IsPublished, IReadOnlyList<(Message Message, Spot At)> Spots)
{
    /// <summary>Whether it is out of use, in every version: its file speaks for all of them, and need not raise its number to say so.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The day from which its runs go on with people, whatever version they are in; null when they may take as long as they like.</summary>
    public DateOnly? StopsOn { get; init; }
}
