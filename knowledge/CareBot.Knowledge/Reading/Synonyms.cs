using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Reading;

/// <summary>Words and phrases of customers, and what else they may call it.</summary>
/// <param name="Language">The language of all of them.</param>
/// <param name="From">What customers write.</param>
/// <param name="To">What articles may call it; the same list where all mean the same.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Synonym(Language Language, IReadOnlyList<string> From, IReadOnlyList<string> To, Spot At);

/// <summary>The words that mean the same in a library's trade: <c>synonyms.yaml</c> lists them, where there is one.</summary>
/// <remarks><c>knowledge/content/synonyms.schema.json</c> tells editors the same rules; a test holds the two together.</remarks>
internal sealed class Synonyms
{
    public const string FileName = "synonyms.yaml";

    private const string Same = "same";
    private const string From = "from";
    private const string To = "to";

    private Synonyms(IReadOnlyList<Synonym> entries, IReadOnlyList<Problem> problems)
    {
        Entries = entries;
        Problems = problems;
        Hash = entries.Count == 0 ? "" : HashOf(entries);
    }

    public static Synonyms None { get; } = new([], []);

    public IReadOnlyList<Synonym> Entries { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A hash over the entries: equal if and only if they are, whatever is written round them; empty where there are none.</summary>
    public string Hash { get; }

    /// <summary>Reads the file of a library's folder.</summary>
    /// <param name="folder">The library's.</param>
    /// <param name="last">What served until now: it goes on serving where something is wrong in the file. Null at the first
    /// reading, where what is in order serves.</param>
    public static Synonyms Read(string folder, Synonyms? last)
    {
        var file = RuleFile.Open(folder, FileName);
        var entries = EntriesOf(file);
        return new(file.Problems.Count > 0 && last is not null ? last.Entries : entries, [.. file.Problems]);
    }

    private static List<Synonym> EntriesOf(RuleFile file)
    {
        var entries = new List<Synonym>();
        foreach (var (tag, list) in file.Fields(file.Root, "the file", ["it", "en"]))
        {
            foreach (var item in file.Items(list, $"`{tag}`"))
            {
                if (Entry(file, LanguageTags.FromTag(tag)!.Value, item) is { } entry)
                {
                    entries.Add(entry);
                }
            }
        }

        return entries;
    }

    private static Synonym? Entry(RuleFile file, Language language, YamlNode item)
    {
        var fields = file.Fields(item, "each entry", [Same, From, To]);
        if (fields.ContainsKey(Same) && fields.Count == 1)
        {
            var all = Phrases(file, fields[Same], Same, countMin: 2);
            return all is null ? null : new(language, all, all, file.At(item));
        }

        if (fields.ContainsKey(From) && fields.ContainsKey(To) && fields.Count == 2)
        {
            var (from, to) = (Phrases(file, fields[From], From, countMin: 1), Phrases(file, fields[To], To, countMin: 1));
            return from is null || to is null ? null : new(language, from, to, file.At(item));
        }

        if (item is YamlMappingNode)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "each entry", $"either `{Same}`, or `{From}` and `{To}`"));
        }

        return null;
    }

    /// <summary>The phrases of a list; null where one is refused or there are too few.</summary>
    private static List<string>? Phrases(RuleFile file, YamlNode list, string key, int countMin)
    {
        var phrases = new List<string>();
        var before = file.Problems.Count;
        foreach (var item in file.Items(list, $"`{key}`"))
        {
            if (file.Text(item, key) is not { } phrase)
            {
                continue;
            }

            if (phrases.Contains(phrase, StringComparer.OrdinalIgnoreCase))
            {
                file.Refuse(Reading.Problems.RulesRepeated(file.At(item), phrase));
            }

            phrases.Add(phrase);
        }

        if (file.Problems.Count == before && phrases.Count < countMin)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(list), $"`{key}`", countMin == 1 ? "a list of words" : "a list of two words or more"));
        }

        return file.Problems.Count == before ? phrases : null;
    }

    private static string HashOf(IReadOnlyList<Synonym> entries)
    {
        var lines = entries.Select(entry => $"{entry.Language.Tag()}\0{string.Join('\t', entry.From)}\0{string.Join('\t', entry.To)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
