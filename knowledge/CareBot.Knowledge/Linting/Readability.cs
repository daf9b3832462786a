using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Customers and agents understand a text at the first reading: Gulpease for Italian, Flesch reading ease for English.</summary>
/// <remarks>Both run from 0 to 100, the higher the easier, and are measured on texts long enough to be judged.</remarks>
internal static class Readability
{
    /// <summary>The words below which a text is too short for a measure made for pages.</summary>
    public const int WordsMin = 50;

    /// <summary>Below 40, Gulpease is hard to read for people with a secondary education; below 60 for those without.</summary>
    public const double GulpeaseMin = 45;

    /// <summary>Below 50, Flesch calls a text difficult: that of a college student, not of a customer.</summary>
    public const double FleschMin = 50;

    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> manuscripts)
    {
        foreach (var manuscript in manuscripts)
        {
            var sentences = manuscript.Paragraphs
                .Where(paragraph => !paragraph.IsHeading)
                .SelectMany(paragraph => paragraph.Sentences())
                .Select(sentence => Folding.Words(Folding.Fold(sentence.Text)))
                .Where(words => words.Count > 0)
                .ToList();
            var words = sentences.SelectMany(sentence => sentence).ToList();
            if (words.Count < WordsMin)
            {
                continue;
            }

            var (measure, score, scoreMin) = manuscript.Language == Language.Italian
                ? ("Gulpease", Gulpease(sentences.Count, words), GulpeaseMin)
                : ("Flesch", Flesch(sentences.Count, words), FleschMin);
            if (score < scoreMin)
            {
                yield return Problems.HardToRead(manuscript.BodyAt, measure, score, scoreMin);
            }
        }
    }

    private static double Gulpease(int sentences, List<string> words) =>
        89 + (((300.0 * sentences) - (10.0 * words.Sum(word => word.Length))) / words.Count);

    private static double Flesch(int sentences, List<string> words) =>
        206.835 - (1.015 * words.Count / sentences) - (84.6 * words.Sum(Syllables) / words.Count);

    // As many as there are groups of vowels; an e at the end is silent (make, not apple).
    private static int Syllables(string word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
        {
            groups += IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])) ? 1 : 0;
        }

        var isSilent = word.Length > 2 && word[^1] == 'e' && !IsVowel(word[^2]) && !(word[^2] == 'l' && !IsVowel(word[^3]));
        return Math.Max(1, isSilent ? groups - 1 : groups);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
