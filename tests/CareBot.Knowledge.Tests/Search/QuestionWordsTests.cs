using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>How the words of a question are read before anything is compared with them.</summary>
public sealed class QuestionWordsTests : IDisposable
{
    private readonly LibraryFolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ordre", "order")]
    [InlineData("oder", "order")]
    [InlineData("ordder", "order")]
    [InlineData("garantuee", "guarantee")]
    [InlineData("garantie", "guarantee")]
    [InlineData("confimration", "confirmation")]
    [InlineData("confrimatoin", "confirmation")]
    public void Misspelt_word_is_read_as_the_librarys_beside_what_was_typed(string typed, string meant)
    {
        folder.Write("en/a.md", "a", "Order confirmation and guarantee", "Text.");

        var read = Read(typed);

        Assert.Equal([typed, meant], Plains(read).Take(2));
        Assert.True(read[1].IsBeside);
        Assert.True(read[1].Weight > read[0].Weight);
        Assert.Equal(1, read.Sum(word => word.Weight), tolerance: 0.001);
    }

    [Fact]
    public void Three_letters_tell_a_word_that_lacks_one_and_no_other()
    {
        folder.Write("en/a.md", "a", "Your rugs and lamp", "Text.");

        Assert.Equal(["lmp", "lamp"], Plains(Read("lmp")));
        Assert.Equal(["rgz"], Plains(Read("rgz")));
    }

    [Fact]
    public void Two_slips_in_a_short_word_make_it_another_word()
    {
        folder.Write("en/a.md", "a", "Your order", "Text.");

        Assert.Equal(["odxer"], Plains(Read("odxer")));
    }

    [Theory]
    [InlineData("en", "Gift cards and orders", "cars")]
    [InlineData("en", "Gift cards and orders", "border")]
    [InlineData("en", "Gift cards and orders", "shift")]
    [InlineData("it", "La carta e il pacco", "canta")]
    [InlineData("it", "La carta e il pacco", "parco")]
    public void Word_that_is_right_but_unknown_to_the_library_is_left_alone(string language, string title, string word)
    {
        folder.Write($"{language}/a.md", "a", title, "x");

        Assert.Equal([word], Plains(Read(word, LanguageTags.FromTag(language)!.Value)));
    }

    [Theory]
    [InlineData("BL-204518")]
    [InlineData("BL204518")]
    [InlineData("204518")]
    [InlineData("garrantee@shop.example")]
    [InlineData("www.garrantee.example")]
    [InlineData("https://shop.example/garrantee")]
    public void Order_number_or_address_is_never_repaired(string typed)
    {
        folder.Write("en/a.md", "a", "Order BL-204519 and guarantee 204519", "Call BL204519.");

        Assert.All(Read(typed), word => Assert.Equal(1, word.Weight));
        Assert.DoesNotContain(Read(typed), word => word.Plain is "bl204519" or "204519" or "guarantee");
    }

    [Theory]
    [InlineData("MX-200", "mx200")]
    [InlineData("mx200", "MX-200")]
    [InlineData("MX/200", "MX_200")]
    public void Code_is_found_however_it_is_written(string written, string asked)
    {
        folder.Write("en/a.md", "a", $"Instructions for the {written}", "Text.");
        folder.Write("en/b.md", "b", "Instructions for the lamp", "Text.");
        using var index = KnowledgeIndex.Open(folder.Read(), folder: null);

        var found = index.Gather(new() { Text = asked, Prior = Language.English, Channel = "web", Today = new(2026, 11, 24) }).Passages;

        Assert.Equal(["a"], found.Select(passage => passage.Article.Value).Take(1));
        Assert.True(found[0].Confidence > 0.5, $"{found[0].Confidence}");
    }

    [Theory]
    [InlineData("en", "wheresmyorder", new[] { "where", "my", "order" })]
    [InlineData("en", "cancelorder", new[] { "cancel", "order" })]
    [InlineData("it", "doveilmioordine", new[] { "dove", "il", "mio", "ordine" })]
    [InlineData("it", "annullarelordine", new[] { "annullare", "l", "ordine" })]
    [InlineData("it", "ordine.grazie", new[] { "ordine", "grazie" })]
    [InlineData("it", "statodellordine", new[] { "stato", "dell", "ordine" })]
    public void Words_without_spaces_are_taken_apart(string language, string typed, string[] words)
    {
        folder.Write("en/a.md", "a", "Cancel my order", "Text.");
        folder.Write("it/a.md", "a", "Annullare il mio ordine", "Testo.");

        Assert.Equal(words, Plains(Read(typed, LanguageTags.FromTag(language)!.Value)));
    }

    [Theory]
    [InlineData("together")]
    [InlineData("nowhere")]
    [InlineData("mandate")]
    public void Word_that_only_looks_like_several_is_left_whole(string word)
    {
        folder.Write("en/a.md", "a", "Get her order now", "Where to.");

        Assert.Equal([word], Plains(Read(word)));
    }

    [Theory]
    [InlineData("it", "xké nn arriva", new[] { "perche", "non", "arriva" })]
    [InlineData("it", "cmq 3 gg x il reso", new[] { "comunque", "3", "giorni", "per", "il", "reso" })]
    [InlineData("en", "dont u ship", new[] { "don't", "you", "ship" })]
    public void Chat_spelling_is_read_as_it_is_meant(string language, string typed, string[] words) =>
        Assert.Equal(words, Plains(Read(typed, LanguageTags.FromTag(language)!.Value)));

    [Theory]
    [InlineData("wheresmyorder", "delivery-tracking")]
    [InlineData("wheres my ordr", "delivery-tracking")]
    [InlineData("howdoigetarefund", "refund-times")]
    [InlineData("invioce reqest", "invoice-request")]
    public void English_customer_in_haste_finds_the_shipped_article(string text, string article) => Finds(text, Language.English, article);

    [Theory]
    [InlineData("doveilmioordine", "order-status")]
    [InlineData("dovè il mio oridne", "order-status")]
    [InlineData("fatura aziendlae", "invoice-request")]
    [InlineData("quandoarrivailrimborso", "refund-times")]
    public void Italian_customer_in_haste_finds_the_shipped_article(string text, string article) => Finds(text, Language.Italian, article);

    [Fact]
    public void Word_of_the_other_words_place_makes_pairs_with_both_neighbours()
    {
        Word One(string stem, bool beside) => new(stem, stem, IsStop: false) { IsBeside = beside, Weight = beside ? 0.5f : 1 };

        var pairs = WordPairs.Within([One("a", false), One("b", false), One("c", true), One("d", false)]);

        Assert.Equal([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], pairs.Select(each => each.Pair));
        Assert.Equal([1, 0.5f, 1, 0.5f], pairs.Select(each => each.Weight));
    }

    private static void Finds(string text, Language language, string article)
    {
        var best = Shipped.Value.Gather(new() { Text = text, Prior = language, Channel = "web", Today = new(2026, 11, 24) }).Passages[0];

        Assert.Equal((article, language), (best.Article.Value, best.Language));
    }

    private static readonly Lazy<KnowledgeIndex> Shipped = new(() =>
        KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null));

    private IReadOnlyList<Word> Read(string text, Language language = Language.English)
    {
        var library = folder.Read();
        var shelves = Shelves.Build(library.Articles, Shelves.Sort(library.Articles), library.Synonyms.Entries);
        return shelves[language, CareBot.Answers.ArticleKind.Faq].Ask(text);
    }

    private static IEnumerable<string> Plains(IEnumerable<Word> words) => words.Select(word => word.Plain);
}
