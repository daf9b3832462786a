using CareBot.Procedures;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Reading;

/// <summary>The laws that texts may state, and the words that were the law and are no more: <c>law-rules.yaml</c> lists both.</summary>
/// <remarks><c>knowledge/content/law-rules.schema.json</c> tells editors the same; a test holds the two together.</remarks>
internal sealed record LawRules
{
    public const string FileName = "law-rules.yaml";

    /// <summary>The characters of a rule's words in one language.</summary>
    private const int WordsMax = 1_000;

    /// <summary>What a rule may have; what has no <c>id</c> is of the past.</summary>
    public static readonly string[] Keys =
        ["id", "article", "it", "en", "valid_from", "valid_to", "source", "reviewed_by", "reviewed_on"];

    /// <summary>What the law of the past may have.</summary>
    public static readonly string[] PastKeys = ["phrases", "valid_to", "instead"];

    /// <summary>The laws, in the order written.</summary>
    public required IReadOnlyList<LawRule> Rules { get; init; }

    /// <summary>What is no longer the law, in the order written.</summary>
    public required IReadOnlyList<PastLaw> Past { get; init; }

    /// <summary>What is wrong in the file; what is in order serves all the same.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Reads the file of a library's folder. One that is not there has nothing in it.</summary>
    public static LawRules Read(string folder)
    {
        var file = RuleFile.Open(folder, FileName);
        var (rules, past) = (new List<LawRule>(), new List<PastLaw>());
        foreach (var item in file.Items(file.Root, "the file"))
        {
            if (item is YamlMappingNode mapping && mapping.Children.Keys.OfType<YamlScalarNode>().Any(key => key.Value == Keys[0]))
            {
                ReadRule(file, item, rules);
            }
            else
            {
                ReadPast(file, item, past);
            }
        }

        return new() { Rules = rules, Past = past, Problems = file.Problems };
    }

    /// <summary>The words of the laws that may be stated on a day.</summary>
    public LawTexts On(DateOnly day) => Texts(Rules.Where(rule => rule.IsStatedOn(day)));

    /// <summary>The words of all laws, for runs that began when they could be stated.</summary>
    public LawTexts Ever => Texts(Rules);

    private static LawTexts Texts(IEnumerable<LawRule> rules) => new(rules.ToDictionary(rule => rule.Id, rule => rule.Text, StringComparer.Ordinal));

    private static void ReadRule(RuleFile file, YamlNode item, List<LawRule> rules)
    {
        var before = file.Problems.Count;
        var fields = file.Fields(item, "a rule", Keys);
        var id = file.Text(fields, "id", item);
        var article = file.Text(fields, "article", item);
        var (italian, english) = (Words(file, fields, "it", item), Words(file, fields, "en", item));
        var (from, to, reviewed) = (Day(file, fields, "valid_from", item), Day(file, fields, "valid_to"), Day(file, fields, "reviewed_on"));
        var source = file.Text(fields, "source", item);
        var by = fields.TryGetValue("reviewed_by", out var who) ? file.Text(who, "reviewed_by") : null;
        if (id is not null && !Written.IsId(id))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["id"]), "`id`", "made of letters, digits, `.`, `_` and `-`"));
        }

        if (rules.Any(rule => rule.Id == id))
        {
            file.Refuse(Reading.Problems.RulesRepeated(file.At(fields["id"]), id!));
        }

        if (fields.ContainsKey("reviewed_by") != fields.ContainsKey("reviewed_on"))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "a review", "given with `reviewed_by`, a role, and `reviewed_on`, a day"));
        }

        if (to < from)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["valid_to"]), "`valid_to`", "no earlier than `valid_from`"));
        }

        if (file.Problems.Count == before)
        {
            rules.Add(new(id!, article!, new(italian!, english!), from!.Value, to, source!, by, reviewed));
        }
    }

    private static void ReadPast(RuleFile file, YamlNode item, List<PastLaw> past)
    {
        var fields = file.Fields(item, "each rule", PastKeys);
        if (fields.Count == 0 || Day(file, fields, "valid_to", item) is not { } validTo || file.Text(fields, "instead", item) is not { } instead)
        {
            return;
        }

        if (!fields.TryGetValue("phrases", out var phrases))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "`phrases`", "given, with a list under it or en"));
            return;
        }

        past.AddRange(
            from language in file.Fields(phrases, "`phrases`", ["it", "en"])
            from phrase in file.Items(language.Value, $"`{language.Key}`")
            let written = file.Text(phrase, "phrases")
            where written is not null
            select new PastLaw(LanguageTags.FromTag(language.Key)!.Value, written, validTo, instead));
    }

    private static string? Words(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode owner) =>
        fields.TryGetValue(key, out var node) ? file.Prose(node, key, WordsMax) : file.Text(fields, key, owner);

    private static DateOnly? Day(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode? owner = null)
    {
        if (owner is null && !fields.ContainsKey(key))
        {
            return null;
        }

        if ((owner is null ? file.Text(fields[key], key) : file.Text(fields, key, owner)) is not { } written)
        {
            return null;
        }

        if (Written.Date(written) is { } day)
        {
            return day;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields[key]), $"`{key}`", "a day written like 2026-11-16"));
        return null;
    }
}

/// <summary>What a law says, in the company's own words.</summary>
/// <param name="Id">By which texts cite it.</param>
/// <param name="Article">Where the law says it.</param>
/// <param name="Text">What it says.</param>
/// <param name="ValidFrom">Its first day.</param>
/// <param name="ValidTo">Its last day; null when none is known.</param>
/// <param name="Source">Where whoever reviews it reads it.</param>
/// <param name="ReviewedBy">The role that has reviewed it; null when nobody has.</param>
/// <param name="ReviewedOn">When.</param>
internal sealed record LawRule(
    string Id, string Article, Wording Text, DateOnly ValidFrom, DateOnly? ValidTo, string Source, string? ReviewedBy, DateOnly? ReviewedOn)
{
    /// <summary>Whether texts may state it on a day: it is in force, and somebody has reviewed it.</summary>
    public bool IsStatedOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo) && ReviewedBy is not null && ReviewedOn <= day;
}

/// <summary>Words that were the law.</summary>
/// <param name="Language">The language they are in.</param>
/// <param name="Words">The words.</param>
/// <param name="ValidTo">The last day on which they were.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record PastLaw(Language Language, string Words, DateOnly ValidTo, string Instead);
