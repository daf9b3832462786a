using CareBot.Procedures;

namespace CareBot.Knowledge.Reading;

/// <summary>The words of laws that may be stated: those of rules that somebody has reviewed and that are in force.</summary>
internal sealed class LawTexts(IReadOnlyDictionary<string, Wording> stated)
{
    public static LawTexts None { get; } = new(new Dictionary<string, Wording>());

    /// <summary>The ids of the rules that may be stated.</summary>
    public IEnumerable<string> Ids => stated.Keys;

    /// <summary>The words of a rule; null where there is none of that id that may be stated.</summary>
    public Wording? Find(string id) => stated.GetValueOrDefault(id);
}
