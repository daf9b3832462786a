using CareBot.Knowledge.Gaps;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Gaps;

public class QuestionGroupsTests
{
    private static readonly string[] Repairs =
    [
        "fate riparazioni di lampade?", "riparate le lampade rotte?", "fate anche la riparazione delle lampade", "riparazzione lampade",
    ];

    private static readonly string[] Parking =
        ["dove parcheggio l'auto?", "c'è un parcheggio per l'auto?", "parcheggio auto", "si può parcheggiare l'auto lì vicino"];

    private static readonly string[] Courses = ["fate corsi di ceramica?", "vorrei iscrivermi a un corso di ceramica", "corso ceramica quanto dura"];

    [Fact]
    public void Alike_questions_are_together_and_different_ones_apart()
    {
        var groups = QuestionGroups.Of(Questions([.. Repairs, .. Parking, .. Courses]));

        Assert.Equal(
            new[] { Repairs, Parking, Courses }.Select(Sorted).Order(StringComparer.Ordinal),
            groups.Select(group => Sorted(group.Texts.Select(text => text.Text))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Groups_do_not_depend_on_the_order_of_the_questions()
    {
        var questions = Questions([.. Repairs, .. Parking, .. Courses, Repairs[1], Courses[2], Courses[2]]);
        var expected = Lines(QuestionGroups.Of(questions));

        for (var seed = 0; seed < 20; seed++)
        {
            var shuffled = questions.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(expected, Lines(QuestionGroups.Of(shuffled)));
        }
    }

    [Fact]
    public void Most_frequent_wording_leads_its_group()
    {
        var groups = QuestionGroups.Of(Questions([.. Repairs, Repairs[2], Repairs[2]]));

        Assert.Equal(Repairs[2], Assert.Single(groups).Texts[0].Text);
        Assert.Equal(3, groups[0].Texts[0].Questions.Count);
    }

    [Fact]
    public void Same_words_in_other_case_or_with_other_numbers_masked_are_one_wording()
    {
        var groups = QuestionGroups.Of(Questions(["Riparate l'ordine [code]?", "riparate l'ordine?", "riparate [name] l'ordine?"]));

        Assert.Equal("Riparate l'ordine ?", Assert.Single(Assert.Single(groups).Texts, text => text.Questions.Count == 1 && text.Text[0] == 'R').Text);
        Assert.Equal(3, groups[0].Questions.Count());
    }

    [Fact]
    public void Languages_are_never_mixed()
    {
        var groups = QuestionGroups.Of([Asked.Missed("ceramica", 1), Asked.Missed("ceramica", 2, Language.English)]);

        Assert.Equal([Language.Italian, Language.English], groups.Select(group => group.Language));
    }

    [Fact]
    public void Question_without_words_is_left_out_and_one_of_common_words_is_not()
    {
        var groups = QuestionGroups.Of(Questions(["???", "[name]", "", "e quindi?"]));

        Assert.Equal("e quindi?", Assert.Single(Assert.Single(groups).Texts).Text);
    }

    [Fact]
    public void Thousands_of_wordings_are_grouped_in_seconds()
    {
        var random = new Random(7);
        var subjects = Enumerable.Range(0, 300).Select(_ => Word(random) + " " + Word(random)).ToList();
        var questions = Questions([.. Enumerable.Range(0, 5000).Select(_ => $"{subjects[random.Next(subjects.Count)]} {Word(random)[..4]}")]);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var groups = QuestionGroups.Of(questions);

        Assert.InRange(groups.Count, 150, 600);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, 9).Select(_ => (char)('a' + random.Next(26)))]);

    private static List<QuestionRecord> Questions(string[] texts) => [.. texts.Select((text, number) => Asked.Missed(text, number))];

    private static string Sorted(IEnumerable<string> texts) => string.Join(" | ", texts.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(IEnumerable<QuestionGroup> groups) => groups.Select(group =>
        string.Join(" | ", group.Texts.Select(text => $"{text.Text} {string.Join(',', text.Questions.Select(question => question.Contact))}")));
}
