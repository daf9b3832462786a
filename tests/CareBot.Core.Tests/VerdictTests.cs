using CareBot.Answers;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests;

public class VerdictTests
{
    private static Gen<double> Confidence { get; } = Gen.Choose(0, 100).Select(percent => percent / 100.0);

    private static Gen<double[]> Confidences { get; } =
        from count in Gen.Choose(0, 5)
        from each in Gen.ArrayOf(Confidence, count)
        select each.OrderDescending().ToArray();

    /// <summary>Any costs that make sense: a wrong answer is never cheaper than a person.</summary>
    private static Gen<AnswerPolicy> Policies { get; } =
        from wrongMax in Gen.Choose(0, 100).Select(percent => percent / 100.0)
        from handoff in Gen.Choose(1, 100).Select(tenths => tenths / 10.0)
        from wrong in Gen.Choose(0, 100).Select(tenths => tenths / 10.0)
        from ask in Gen.Choose(0, 50).Select(tenths => tenths / 10.0)
        from choice in Gen.Choose(0, 20).Select(tenths => tenths / 10.0)
        select new AnswerPolicy
        {
            WrongAnswersMax = wrongMax,
            HandoffCost = handoff,
            WrongCost = handoff + wrong,
            AskCost = ask,
            ChoiceCost = choice,
        };

    [Theory]
    [InlineData("a 1.0", "answer a")]
    [InlineData("a 0.9, b 0.1", "answer a")]
    [InlineData("a 0.8", "answer a")]
    [InlineData("a 0.79", "clarify a")]
    [InlineData("a 0.6, b 0.3", "clarify a b")]
    [InlineData("a 0.4, b 0.3, c 0.2, d 0.1", "clarify a b c")]
    [InlineData("a 0.6, b 0.09", "clarify a")]
    [InlineData("a 0.25", "clarify a")]
    [InlineData("a 0.24", "unknown")]
    [InlineData("a 0.2, b 0.1", "unknown")]
    [InlineData("", "unknown")]
    public void Cheapest_way_out_is_taken(string passages, string expected) =>
        Assert.Equal(expected, Say(Verdict.Of(Read(passages), new AnswerPolicy())));

    [Fact]
    public void Many_likely_articles_are_split_by_the_words_that_tell_them_apart()
    {
        var found = new[] { "Costo della consegna", "Consegna in ritardo", "Consegna all'estero", "Costo del reso", "Reso in negozio" }
            .Select(title => Passage(title, 0.2))
            .ToList();

        var verdict = Assert.IsType<Verdict.AskBack>(Verdict.Of(found, new AnswerPolicy()));

        Assert.Equal([("consegna", 3), ("reso", 2)], verdict.Subjects.Select(subject => (subject.Words, subject.Passages.Count)));
    }

    [Fact]
    public void Bare_subject_is_asked_about_however_sure_the_search_is()
    {
        var times = Passage("Tempi di consegna", 0.95);
        var costs = Passage("Costi di consegna", 0.05);

        var verdict = Verdict.Of(new Finding { Text = "consegna", Passages = [times, costs], MayMean = [times, costs] }, new AnswerPolicy());

        Assert.Equal("clarify Tempi di consegna Costi di consegna", Say(verdict));
    }

    [Property(MaxTest = 2_000)]
    public Property Surer_best_passage_never_turns_an_answer_into_anything_else() => Prop.ForAll(
        (from found in Confidences from policy in Policies from more in Confidence select (found, policy, more)).ToArbitrary(),
        each =>
        {
            if (Judge(each.found, each.policy) is Verdict.Answer)
            {
                var surer = Math.Min(1, each.found[0] + each.more);

                Assert.IsType<Verdict.Answer>(Judge([surer, .. each.found[1..]], each.policy));
            }
        });

    [Property(MaxTest = 2_000)]
    public Property Fewer_wrong_answers_accepted_never_make_an_answer_of_something_else() => Prop.ForAll(
        (from found in Confidences from policy in Policies from less in Confidence select (found, policy, less)).ToArbitrary(),
        each =>
        {
            if (Judge(each.found, each.policy) is not Verdict.Answer)
            {
                Assert.IsNotType<Verdict.Answer>(
                    Judge(each.found, each.policy with { WrongAnswersMax = each.policy.WrongAnswersMax * each.less }));
            }
        });

    [Property(MaxTest = 2_000)]
    public Property Nothing_doubted_more_than_the_manager_accepts_is_an_answer() => Prop.ForAll(
        (from found in Confidences from policy in Policies select (found, policy)).ToArbitrary(),
        each => Assert.False(Judge(each.found, each.policy) is Verdict.Answer { Passage.Confidence: var sure } && 1 - sure > each.policy.DoubtMax));

    [Property(MaxTest = 2_000)]
    public Property Never_more_than_three_choices_and_no_article_under_two_of_them() => Prop.ForAll(
        (from titles in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements("consegna", "reso", "costo", "negozio", "tempi"), 2), 5)
         from found in Confidences
         select (titles, found)).ToArbitrary(),
        each =>
        {
            var passages = each.found.Select((confidence, at) => Passage($"{string.Join(' ', each.titles[at])} {at}", confidence)).ToList();

            var choices = Verdict.Of(passages, new AnswerPolicy()) switch
            {
                Verdict.Clarify clarify => clarify.Passages.Select(passage => new[] { passage }).ToList(),
                Verdict.AskBack ask => [.. ask.Subjects.Select(subject => subject.Passages.ToArray())],
                _ => [],
            };

            Assert.InRange(choices.Count, 0, 3);
            Assert.Distinct(choices.SelectMany(choice => choice));
        });

    private static Verdict Judge(double[] confidences, AnswerPolicy policy) =>
        Verdict.Of([.. confidences.Select((confidence, at) => Passage($"titolo {at}", confidence))], policy);

    private static string Say(Verdict verdict) => verdict switch
    {
        Verdict.Answer answer => $"answer {answer.Passage.Article}",
        Verdict.Clarify clarify => $"clarify {string.Join(" ", clarify.Passages.Select(passage => passage.Article))}",
        Verdict.AskBack ask => $"ask {string.Join(" ", ask.Subjects.Select(subject => subject.Words))}",
        _ => "unknown",
    };

    private static List<Passage> Read(string passages) =>
    [
        .. passages.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Passage(text.Split(' ')[0], double.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];

    private static Passage Passage(string title, double confidence) => new()
    {
        Article = new(title),
        Language = Language.Italian,
        Title = title,
        Text = title,
        Confidence = confidence,
    };
}
