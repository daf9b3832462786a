using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>How a question taken by itself came to its finds.</summary>
/// <param name="Language">The language it was read in.</param>
/// <param name="Words">The words that were looked for.</param>
/// <param name="Finds">The articles that any view put forward, the most likely first.</param>
/// <param name="Calibration">What each sign weighs in the chance of being right, on the scale of log odds.</param>
public sealed record Explanation(
    Language Language,
    IReadOnlyList<ExplainedWord> Words,
    IReadOnlyList<ExplainedFind> Finds,
    IReadOnlyDictionary<string, double> Calibration);

/// <summary>A word that was looked for.</summary>
/// <param name="Word">As it was typed, or as it was understood.</param>
/// <param name="Stem">What it has in common with its inflected forms.</param>
/// <param name="Counts">Whether it says something of the subject.</param>
/// <param name="Weight">What it counts, 1 for a word that is meant as it was typed; less for what it may mean besides.</param>
public sealed record ExplainedWord(string Word, string Stem, bool Counts, double Weight);

/// <summary>What spoke for one article.</summary>
/// <param name="Article">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Views">What each view gave it: its score, 0 to 1, times the view's weight.</param>
/// <param name="Probability">Its probability among the finds, from the sum of the views.</param>
/// <param name="Covered">The share of the question's matter that it has.</param>
/// <param name="Known">The share of the question's matter that any article has.</param>
/// <param name="Chance">The calibrated chance that it is right.</param>
/// <param name="IsPhrasing">Whether the question is one of its phrasings, word for word: then that rules.</param>
/// <param name="Confidence">How sure the search is of it in the end, 0 to 1.</param>
public sealed record ExplainedFind(
    ArticleId Article,
    string Title,
    IReadOnlyDictionary<string, double> Views,
    double Probability,
    double Covered,
    double Known,
    double Chance,
    bool IsPhrasing,
    double Confidence);
