namespace CareBot.Knowledge.Gaps;

/// <summary>How like each other the texts of a set are: rare features count most.</summary>
internal sealed class Likeness
{
    /// <summary>What the words count; the rest is the letters'.</summary>
    private const double StemShare = 0.6;

    private readonly Side stems;
    private readonly Side runs;

    public Likeness(IReadOnlyList<Features> texts)
    {
        stems = new([.. texts.Select(text => text.Stems)]);
        runs = new([.. texts.Select(text => text.Runs)]);
    }

    /// <summary>The likeness of one text to those among the leaders that share anything with it, from 0 to 1.</summary>
    public Dictionary<int, double> ToLeaders(int text)
    {
        var likeness = new Dictionary<int, double>();
        stems.AddTo(likeness, text, StemShare);
        runs.AddTo(likeness, text, 1 - StemShare);
        return likeness;
    }

    /// <summary>Makes a text a leader: later ones are compared with it.</summary>
    public void Lead(int text)
    {
        stems.Lead(text);
        runs.Lead(text);
    }

    /// <summary>How like each text is to all of them together, each counted as often as it was used.</summary>
    public double[] ToAll(IReadOnlyList<int> times)
    {
        var byStems = stems.ToAll(times);
        var byRuns = runs.ToAll(times);
        return [.. byStems.Zip(byRuns, (stem, run) => (StemShare * stem) + ((1 - StemShare) * run))];
    }

    /// <summary>The angle between texts by one kind of feature.</summary>
    private sealed class Side
    {
        private readonly IReadOnlyList<IReadOnlyList<string>> texts;
        private readonly Dictionary<string, double> rarity;
        private readonly double[] lengths;
        private readonly Dictionary<string, List<int>> leaders = new(StringComparer.Ordinal);

        public Side(IReadOnlyList<IReadOnlyList<string>> texts)
        {
            this.texts = texts;
            rarity = texts.SelectMany(features => features)
                .CountBy(feature => feature, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)texts.Count / pair.Value)), StringComparer.Ordinal);
            lengths = [.. texts.Select(features => Math.Sqrt(features.Sum(feature => rarity[feature] * rarity[feature])))];
        }

        public void Lead(int text)
        {
            foreach (var feature in texts[text])
            {
                if (!leaders.TryGetValue(feature, out var holders))
                {
                    leaders[feature] = holders = [];
                }

                holders.Add(text);
            }
        }

        public double[] ToAll(IReadOnlyList<int> times)
        {
            // The sum over all texts of the angle's cosine, feature by feature.
            var held = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var text = 0; text < texts.Count; text++)
            {
                foreach (var feature in texts[text])
                {
                    held[feature] = held.GetValueOrDefault(feature) + (times[text] / lengths[text]);
                }
            }

            return [.. texts.Select((features, text) => features.Sum(feature => rarity[feature] * rarity[feature] * held[feature]) / lengths[text])];
        }

        public void AddTo(Dictionary<int, double> likeness, int text, double share)
        {
            foreach (var feature in texts[text])
            {
                if (leaders.TryGetValue(feature, out var holders))
                {
                    foreach (var leader in holders)
                    {
                        likeness[leader] = likeness.GetValueOrDefault(leader)
                            + (share * rarity[feature] * rarity[feature] / (lengths[text] * lengths[leader]));
                    }
                }
            }
        }
    }
}
