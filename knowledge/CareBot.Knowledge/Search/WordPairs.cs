namespace CareBot.Knowledge.Search;

/// <summary>Pairs of stems that stand next to each other in a text: what the order of its words says.</summary>
internal static class WordPairs
{
    /// <summary>Stands before the first word and after the last, so that these make pairs too.</summary>
    private static readonly Word Edge = new("", "", IsStop: true);

    /// <summary>Every pair with what it counts; words in one place each make pairs with all of the next.</summary>
    public static IEnumerable<((string Stem, string Next) Pair, float Weight)> Of(IReadOnlyList<Word> words)
    {
        var (before, here) = (-1, 0);
        while (before < words.Count)
        {
            var end = PlaceEnd(words, here);
            for (var one = before; one < here; one++)
            {
                for (var other = here; other < end; other++)
                {
                    var (word, next) = (At(words, one), At(words, other));
                    yield return ((word.Stem, next.Stem), word.Weight * next.Weight);
                }
            }

            (before, here) = (here, end);
        }
    }

    /// <summary>The same without the edges.</summary>
    public static IEnumerable<((string Stem, string Next) Pair, float Weight)> Within(IReadOnlyList<Word> words) =>
        Of(words).Where(each => each.Pair.Stem.Length > 0 && each.Pair.Next.Length > 0);

    private static int PlaceEnd(IReadOnlyList<Word> words, int at)
    {
        do
        {
            at++;
        }
        while (at < words.Count && words[at].IsBeside);

        return at;
    }

    private static Word At(IReadOnlyList<Word> words, int at) => at < 0 || at >= words.Count ? Edge : words[at];
}
