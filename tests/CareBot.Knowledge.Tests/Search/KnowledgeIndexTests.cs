using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using FsCheck;
using FsCheck.Fluent;

namespace CareBot.Knowledge.Tests.Search;

public sealed class KnowledgeIndexTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly LibraryFolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("status: draft")]
    [InlineData("status: archived")]
    [InlineData("audience: internal")]
    [InlineData("kind: script")]
    [InlineData("kind: reply")]
    [InlineData("channels: [phone]")]
    [InlineData("valid_from: 2026-11-25")]
    [InlineData("valid_to: 2026-11-23")]
    public void What_is_not_for_this_customer_today_is_never_a_passage(string field)
    {
        folder.Write("en/secret.md", "secret", "Opening hours in winter", "From nine.", field);
        folder.Write("en/other.md", "other", "Prices", "Ten euro.");
        using var index = Open();

        var evidence = Gather(index, "opening hours in winter", offered: "secret");

        Assert.DoesNotContain(evidence.Passages, passage => passage.Article.Value == "secret");
        Assert.Empty(evidence.Offered);
    }

    [Fact]
    public void Notes_for_colleagues_find_an_article_and_are_shown_to_no_customer()
    {
        folder.Write("en/lamp.md", "lamp", "Lamps that flicker", "Change the bulb first.", "notes: [the Murano recall of the dimmer switch]");
        folder.Write("en/other.md", "other", "Prices", "Ten euro.");
        using var index = Open();

        var found = Gather(index, "is there a recall of the dimmer switch").Passages[0];

        Assert.Equal("lamp", found.Article.Value);
        Assert.DoesNotContain("Murano", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_find_scripts_and_replies_by_kind()
    {
        folder.Write("en/faq.md", "faq", "An angry customer", "Text.");
        folder.Write("en/script.md", "script", "An angry customer", "Listen.", "kind: script", "audience: internal");
        folder.Write("en/draft.md", "draft", "An angry customer", "Listen.", "kind: script", "status: draft");
        using var index = Open();

        var found = index.Find("angry customer", Language.English, ArticleKind.Script, max: 5);

        Assert.Equal(["script"], found.Select(article => article.Id.Value));
    }

    [Fact]
    public void Articles_that_were_offered_come_back_for_sure_and_in_the_customers_language()
    {
        folder.Write("en/a.md", "a", "English", "Text.");
        folder.Write("it/a.md", "a", "Italiano", "Testo.");
        folder.Write("en/b.md", "b", "Only English", "Text.");
        using var index = Open();

        var offered = index.Gather(
            new() { Text = "1", Prior = Language.Italian, Channel = "web", Today = Today, Offered = [new("a"), new("b"), new("gone")] }).Offered;

        Assert.Equal([("Italiano", 1.0), ("Only English", 1.0)], offered.Select(passage => (passage.Title, passage.Confidence)));
    }

    [Fact]
    public void Equally_likely_articles_are_equally_sure_so_that_the_customer_is_asked()
    {
        folder.Write("en/a.md", "a", "Return to the store", "Text.");
        folder.Write("en/b.md", "b", "Return by courier", "Text.");
        folder.Write("en/c.md", "c", "Gift cards", "Text.");
        using var index = Open();

        var passages = Gather(index, "return").Passages;

        Assert.Equal(["a", "b"], passages.Take(2).Select(passage => passage.Article.Value).Order());
        Assert.InRange(passages[0].Confidence - passages[1].Confidence, 0, 0.1);
    }

    [Theory]
    [InlineData("reso", Language.Italian)]
    [InlineData("refund", Language.English)]
    [InlineData("vorrei sapere quando arriva il pacco", Language.Italian)]
    [InlineData("I would like to know where it is", Language.English)]
    [InlineData("BL-123456", null)]
    [InlineData("", null)]
    [InlineData("👍", null)]
    public void Language_is_told_by_what_the_library_knows_and_by_the_look_of_the_words(string text, Language? expected)
    {
        folder.Write("it/a.md", "a", "Come faccio un reso?", "Testo.");
        folder.Write("en/a.md", "a", "How do I get a refund?", "Text.");
        using var index = Open();

        Assert.Equal(expected, Gather(index, text).Language);
    }

    [Fact]
    public void Article_of_the_other_language_is_found_where_the_customers_has_none()
    {
        folder.Write("it/a.md", "a", "Come faccio un reso?", "Testo.");
        folder.Write("en/gift.md", "gift", "Gift card", "Text.");
        using var index = Open();

        var evidence = Gather(index, "vendete anche le gift card?", Language.Italian);

        Assert.NotEqual(Language.English, evidence.Language);
        Assert.Equal([(new ArticleId("gift"), Language.English)], evidence.Passages.Select(passage => (passage.Article, passage.Language)));
    }

    [Fact]
    public void Article_of_the_other_language_is_not_found_where_the_customers_has_its_own()
    {
        folder.Write("it/gift.md", "gift", "Buoni regalo", "Testo.");
        folder.Write("en/gift.md", "gift", "Gift card", "Text.");
        using var index = Open();

        Assert.DoesNotContain(Gather(index, "vendete anche le gift card?", Language.Italian).Passages, passage => passage.Language == Language.English);
    }

    [Theory]
    [InlineData("opening huors")]
    [InlineData("opning hours")]
    [InlineData("openning hours")]
    public void One_slip_of_the_finger_does_not_hide_an_article(string text)
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        folder.Write("en/b.md", "b", "Gift cards", "Text.");
        using var index = Open();

        var best = Gather(index, text).Passages[0];

        Assert.Equal(new("a"), best.Article);
        Assert.True(best.Confidence >= 0.5, $"{best.Confidence}");
    }

    [Fact]
    public void Accents_that_are_left_out_do_not_matter()
    {
        folder.Write("it/a.md", "a", "In quali città consegnate?", "Testo.");
        folder.Write("it/b.md", "b", "Buoni regalo", "Testo.");
        using var index = Open();

        Assert.Equal(Gather(index, "citta", Language.Italian).Passages[0], Gather(index, "città", Language.Italian).Passages[0]);
    }

    [Fact]
    public void Confidence_lies_between_0_and_1_and_passages_are_sorted_and_at_most_five()
    {
        for (var at = 0; at < 20; at++)
        {
            folder.Write($"en/{at}.md", $"a{at}", $"Opening hours of shop {at}", "From nine.");
        }

        using var index = Open();

        var confidences = Gather(index, "opening hours of shop 7").Passages.Select(passage => passage.Confidence).ToList();

        Assert.Equal(5, confidences.Count);
        Assert.Equal(confidences.OrderDescending(), confidences);
        Assert.All(confidences, confidence => Assert.InRange(confidence, 0, 1));
    }

    [Fact]
    public void Empty_library_finds_nothing()
    {
        using var index = Open();

        Assert.Empty(Gather(index, "anything").Passages);
    }

    [Theory]
    [InlineData("title:(a OR")]
    [InlineData("\"")]
    [InlineData("a^9999~ && || !(){}[]^\"~*?:\\/")]
    [InlineData("*:*")]
    [InlineData("\ud800 lone surrogate \udc00")]
    [InlineData("\0\u0001\u202e")]
    public void Query_syntax_and_broken_text_are_words_like_any_other(string text)
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        using var index = Open();

        Assert.NotNull(Gather(index, text));
    }

    [Fact]
    public void No_text_makes_a_search_throw()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.", "questions: ['when: do you (open)?']");
        folder.Write("it/a.md", "a", "Orari di apertura", "Testo.");
        using var index = Open();
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text.Get ?? ""),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            Gen.ArrayOf(Gen.Elements("AND", "OR", "NOT", "+", "-", "&&", "||", "!", "(", ")", "{", "}", "[", "]", "^", "\"", "~", "*", "?", ":", "\\", "/", "open", "l'orario", " "))
                .Select(parts => string.Join(' ', parts)),
            Gen.Elements('a', 'è', 'ß', ' ', '\'', '漢', '\u0301', '\ud83d').Select(letter => new string(letter, 10_240)));

        Prop.ForAll(texts.ToArbitrary(), text => Gather(index, text).Passages.Count <= KnowledgeIndex.PassagesMax)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private KnowledgeIndex Open() => KnowledgeIndex.Open(folder.Read(), folder: null);

    [Theory]
    [InlineData("quanto costa la spedizione, per favore?", "delivery-costs")]
    [InlineData("salve, volevo sapere quanto costa la spedizione, grazie mille", "delivery-costs")]
    [InlineData("buonasera, potreste dirmi gentilmente quanto costa la spedizione?", "delivery-costs")]
    [InlineData("good morning, could you kindly tell me how do I get a refund? thanks", "refund-times")]
    public void Courtesy_does_not_hide_the_question(string text, string article)
    {
        var index = KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null);

        var best = Gather(index, text).Passages[0];

        Assert.Equal(article, best.Article.Value);
        Assert.InRange(best.Confidence, 0.6, 1);
    }

    private static Evidence Gather(KnowledgeIndex index, string text, Language prior = Language.English, string? offered = null) =>
        index.Gather(new()
        {
            Text = text,
            Prior = prior,
            Channel = "web",
            Today = Today,
            Offered = offered is null ? [] : [new(offered)],
        });
}
