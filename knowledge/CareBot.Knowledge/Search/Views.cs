namespace CareBot.Knowledge.Search;

/// <summary>Room for what every view says of every article of a shelf; all of it 0 at first.</summary>
internal readonly struct Views
{
    private readonly float[] room;
    private readonly int articles;

    /// <param name="room">A number at least for each view and article; whatever is in it is cleared.</param>
    /// <param name="articles">How many articles there are.</param>
    public Views(float[] room, int articles)
    {
        this.room = room;
        this.articles = articles;
        Array.Clear(room, 0, Candidate.ViewCount * articles);
    }

    /// <summary>What one view says of each article.</summary>
    public Span<float> this[View view] => room.AsSpan((int)view * articles, articles);

    /// <summary>What each view says of one article.</summary>
    public float[] Of(int article)
    {
        var values = new float[Candidate.ViewCount];
        for (var view = 0; view < values.Length; view++)
        {
            values[view] = room[(view * articles) + article];
        }

        return values;
    }
}
