namespace CareBot.Knowledge.Search;

/// <summary>One way of comparing a question with an article.</summary>
internal enum View
{
    /// <summary>The likeness of the nearest phrasing or title.</summary>
    Nearest,

    /// <summary>The share of the nearest phrasings that are the article's.</summary>
    Neighbours,

    /// <summary>The probability by the trained model.</summary>
    Trained,

    /// <summary>The same, on a logarithmic scale: 0 for hardly possible, 1 for certain.</summary>
    TrainedLog,

    /// <summary>BM25 over the text without stop words.</summary>
    Body,

    /// <summary>BM25 over all words of the article without stop words.</summary>
    Whole,

    /// <summary>BM25 over runs of letters.</summary>
    Letters,

    /// <summary>BM25 over pairs of neighbouring words.</summary>
    Pairs,

    /// <summary>The likeness of the title.</summary>
    Title,
}

/// <summary>What every view says of one article, each from 0 to 1, by the view's number.</summary>
internal readonly record struct Candidate(int Article, float[] Views)
{
    public static int ViewCount { get; } = Enum.GetValues<View>().Length;

    public float this[View view] => Views[(int)view];
}
