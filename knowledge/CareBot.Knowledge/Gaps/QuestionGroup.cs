using CareBot.Metrics;

namespace CareBot.Knowledge.Gaps;

/// <summary>Customers' questions that ask alike.</summary>
/// <param name="Language">The language of all of them.</param>
/// <param name="Texts">The different wordings, the one that the others are like first, then the most frequent.</param>
public sealed record QuestionGroup(Language Language, IReadOnlyList<AskedText> Texts)
{
    /// <summary>Every question of the group.</summary>
    public IEnumerable<QuestionRecord> Questions => Texts.SelectMany(text => text.Questions);
}

/// <summary>One wording and every time it was used.</summary>
/// <param name="Text">As it was first used; what was masked is left out.</param>
/// <param name="Questions">The questions in these words, in the order of time.</param>
public sealed record AskedText(string Text, IReadOnlyList<QuestionRecord> Questions);
