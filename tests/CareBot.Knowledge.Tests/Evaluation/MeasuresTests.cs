using CareBot.Answers;
using CareBot.Knowledge.Evaluation;

namespace CareBot.Knowledge.Tests.Evaluation;

public class MeasuresTests
{
    [Fact]
    public void Shares_count_the_questions_that_an_article_answers()
    {
        var measures = Measures.Of(
        [
            Asked("a", "a"), Asked("a", "b", "a"), Asked("a", "b", "c", "d", "e", "a"), Asked("a", "b"), Stranger("a"),
        ]);

        Assert.Equal(4, measures.N);
        Assert.Equal(1 / 4.0, measures.Top1);
        Assert.Equal(2 / 4.0, measures.Recall3);
        Assert.Equal((1 + (1 / 2.0) + (1 / 5.0)) / 4, measures.Mrr5!.Value, 12);
    }

    [Fact]
    public void What_can_be_answered_at_a_precision_counts_wrong_answers_and_strangers_against_it()
    {
        // 95 right and surest, then 5 wrong, then 100 right, then strangers: at 95 % the first 100 are answered and no more than half right.
        var asked = Enumerable.Repeat(Asked("a", 0.9, "a"), 95)
            .Concat(Enumerable.Repeat(Asked("a", 0.8, "b"), 5))
            .Concat(Enumerable.Repeat(Stranger(0.7, "a"), 20))
            .Concat(Enumerable.Repeat(Asked("a", 0.6, "a"), 100))
            .ToList();

        var measures = Measures.Of(asked);

        Assert.Equal(95 / 200.0, measures.Resolved95);
        Assert.Equal(95 / 200.0, measures.Resolved90);
        Assert.Equal(195 / 200.0, measures.Resolved80);
    }

    [Fact]
    public void Precision_of_fewer_than_twenty_answers_means_nothing() =>
        Assert.Equal(0, Measures.Of([.. Enumerable.Repeat(Asked("a", "a"), 19)]).Resolved95);

    [Fact]
    public void Calibration_error_is_how_far_confidence_is_from_what_comes_true()
    {
        var measures = Measures.Of(
        [
            Asked("a", 0.95, "a"), Asked("a", 0.95, "a"),
            Asked("a", 0.35, "a"), Asked("a", 0.35, "b"),
        ]);

        Assert.Equal(((2 * 0.05) + (2 * 0.15)) / 4, measures.Ece!.Value, 12);
    }

    [Theory]
    [InlineData(new[] { 0.9, 0.8 }, new[] { 0.2, 0.1 }, 1)]
    [InlineData(new[] { 0.1, 0.2 }, new[] { 0.8, 0.9 }, 0)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 0.5 }, 0.5)]
    [InlineData(new[] { 0.9, 0.4 }, new[] { 0.6, 0.4 }, 0.625)]
    public void Auroc_is_the_chance_that_one_of_the_first_is_surer(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, Measures.Auroc(first, second)!.Value, 12);

    [Fact]
    public void Nothing_to_measure_is_null_and_not_zero()
    {
        var measures = Measures.Of([]);

        Assert.Null(measures.Top1);
        Assert.Null(measures.Resolved95);
        Assert.Null(measures.Ece);
        Assert.Null(Measures.Auroc([0.5], []));
    }

    [Fact]
    public void Line_of_another_form_is_named_by_file_and_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "q1\tclean\tquanto costa?\tdelivery-costs|return-costs\nq2\tclean\tche tempo fa\t__OOS__\nq3\tclean\n");

        var failure = Assert.Throws<FormatException>(() => TestQuestion.Read(file));

        Assert.StartsWith($"{file}:3:1: ", failure.Message, StringComparison.Ordinal);
        File.WriteAllLines(file, File.ReadLines(file).Take(2).ToList());
        Assert.Equal([2, 0], TestQuestion.Read(file).Select(question => question.Expected.Count));
        File.Delete(file);
    }

    [Theory]
    [InlineData("q1\tclean\tciao\tgreeting\n\nq2\tclean\tche tempo fa\t\n", 3, "__OOS__")]
    [InlineData("q1\tclean\tciao\tgreeting|\n", 1, "__OOS__")]
    [InlineData("\n \n", 1, "there is no question")]
    [InlineData("", 1, "there is no question")]
    public void Question_without_expected_ids_and_file_without_questions_are_named_with_their_mend(string text, int line, string mend)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);

        var failure = Assert.Throws<FormatException>(() => TestQuestion.Read(file));

        Assert.StartsWith($"{file}:{line}:1: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(mend, failure.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static Asked Asked(string expected, params string[] found) => Asked(expected, 0.5, found);

    private static Asked Asked(string expected, double confidence, params string[] found) =>
        new(new("q", "clean", "?", [new(expected)]), [.. found.Select(id => Passage(id, confidence))], TimeSpan.Zero);

    private static Asked Stranger(params string[] found) => Stranger(0.5, found);

    private static Asked Stranger(double confidence, params string[] found) =>
        new(new("q", "clean", "?", []), [.. found.Select(id => Passage(id, confidence))], TimeSpan.Zero);

    private static Passage Passage(string id, double confidence) =>
        new() { Article = new(id), Language = Language.Italian, Title = id, Text = id, Confidence = confidence };
}
