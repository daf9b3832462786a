using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>What the search learns from phrasings.</summary>
public class LearningTests
{
    [Fact]
    public void Model_tells_articles_apart_by_the_words_that_only_one_of_them_uses()
    {
        var (space, model) = Train(["where is my parcel", "where is my order", "where is my refund"], [0, 0, 1]);

        Assert.True(Chance(model, space, "is my parcel late", 0) > 0.5);
        Assert.True(Chance(model, space, "and the refund", 1) > 0.5);
    }

    [Fact]
    public void Same_phrasings_make_the_same_model()
    {
        string[] phrasings = ["where is my parcel", "track my order", "when do I get my money back", "refund please"];
        int[] owners = [0, 0, 1, 1];

        var (space, first) = Train(phrasings, owners);
        var (_, second) = Train(phrasings, owners);

        Assert.Equal(Chance(first, space, "money for my order", 0), Chance(second, space, "money for my order", 0));
    }

    [Fact]
    public void Nothing_is_trained_where_there_is_nothing_to_tell_apart() =>
        Assert.Null(Softmax.Train([SparseVector.Empty], [0], 1, 1, Pace.Full(CancellationToken.None)));

    [Fact]
    public void Calibration_learns_how_often_finds_like_these_were_right()
    {
        // Near phrasings were right nine times in ten, far ones once.
        var near = new Signs(0.8, 0.9, 0.8, 1, 1);
        var far = new Signs(0.8, 0.2, 0.8, 1, 1);
        var examples = Enumerable.Range(0, 1_000).Select(at => at % 2 == 0 ? new KnownFind(near, at % 20 != 0) : new(far, at % 20 == 1)).ToList();

        var calibration = Calibration.Fit(examples);

        Assert.Equal(0.9, calibration.Chance(near), 0.05);
        Assert.Equal(0.1, calibration.Chance(far), 0.05);
    }

    [Fact]
    public void Calibration_holds_to_what_is_usual_where_there_is_little_to_learn_from()
    {
        var signs = new Signs(0.9, 0.7, 0.8, 1, 1);

        var calibration = Calibration.Fit([new(signs, false)]);

        Assert.Equal(Calibration.Usual.Chance(signs), calibration.Chance(signs), 0.25);
        Assert.Equal(Calibration.Usual.Chance(signs), Calibration.Fit([]).Chance(signs), 1e-9);
    }

    [Fact]
    public void Examples_that_leave_no_doubt_do_not_make_it_boundless()
    {
        var examples = Enumerable.Range(0, 200)
            .Select(at => new KnownFind(new Signs(at % 2 == 0 ? 0.99 : 0.01, at % 2, at % 2, 1, 1), at % 2 == 0))
            .ToList();

        Assert.All(Calibration.Fit(examples).Weights, weight => Assert.InRange(weight, -20, 20));
    }

    private static (FeatureSpace Space, Softmax Model) Train(IReadOnlyList<string> phrasings, IReadOnlyList<int> owners)
    {
        var words = phrasings.Select(phrasing => (IReadOnlyList<Word>)Words.Of(Language.English).In(phrasing)).ToList();
        var space = FeatureSpace.Of(words);
        return (space, Softmax.Train([.. words.Select(space.Vector)], owners, space.Count, owners.Max() + 1, Pace.Full(CancellationToken.None))!);
    }

    private static float Chance(Softmax model, FeatureSpace space, string text, int article)
    {
        var chances = new float[16];
        model.Predict(space.Vector(Words.Of(Language.English).In(text)), chances);
        return chances[article];
    }
}
