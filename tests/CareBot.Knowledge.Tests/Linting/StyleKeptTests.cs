namespace CareBot.Knowledge.Tests.Linting;

public class StyleKeptTests
{
    private const string Style =
        """
        it:
          - phrase: purtroppo non è possibile
            instead: "dica che cosa si può fare"
        en:
          - phrase: as already stated
            instead: say it again
        """;

    [Theory]
    [InlineData("it", "faq", "Prima riga.\n\nNo, Purtroppo   non\ne’ possibile.", null)]
    [InlineData("it", "faq", "Prima riga.\n\nNo, Purtroppo non\n**è** possibile.", "9:5")]
    [InlineData("it", "reply", "PURTROPPO NON È POSSIBILE.", "7:1")]
    [InlineData("it", "script", "Dica:\n\n> Eh, purtroppo non\n> è possibile.", "9:7")]
    [InlineData("it", "script", "Da evitare:\n\n- «Purtroppo non è possibile».", null)]
    [InlineData("it", "faq", "Purtroppo non è possibilex.", null)]
    [InlineData("it", "faq", "As already stated, no.", null)]
    [InlineData("en", "faq", "As already stated, no.", "7:1")]
    public void Phrase_of_the_style_file_is_named_where_customers_read_it(string language, string kind, string body, string? at)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("style.yaml", Style);
        folder.Write($"{language}/a.md", "a", "Pacchi", body, $"kind: {kind}");

        var problems = folder.Check("CB310", "CB401", "CB402", "CB403", "CB404");

        Assert.Equal(at is null ? [] : [$"{language}/a.md:{at}: warning CB310"], problems.Select(problem => problem[..problem.IndexOf(": `", StringComparison.Ordinal)]));
        Assert.All(problems, problem => Assert.Matches("instead: (dica che cosa si può fare|say it again)$", problem));
    }

    [Fact]
    public void Title_is_read_too_and_an_archive_is_not()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("style.yaml", Style);
        folder.Write("en/a.md", "a", "As already stated", "Text.");
        folder.Write("en/b.md", "b", "As already stated", "Text.", "status: archived");

        Assert.StartsWith("en/a.md:3:8: warning CB310", Assert.Single(folder.Check("CB310")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3:3: error CB403", "it:\n  # none\n  phrase: a\n")]
    [InlineData("2:5: error CB403", "it:\n  - phrase: a\n")]
    [InlineData("3:14: error CB403", "it:\n  - phrase: a\n    instead: ''\n")]
    [InlineData("2:5: error CB403", "it:\n  - a phrase\n")]
    [InlineData("1:1: error CB403", "- phrase: a\n")]
    [InlineData("1:1: error CB402", "fr:\n  - phrase: a\n    instead: b\n")]
    [InlineData("3:5: error CB402", "it:\n  - phrase: a\n    insted: c\n    instead: b\n")]
    [InlineData("4:13: error CB404", "it:\n  - phrase: perché\n    instead: b\n  - phrase: PERCHE\n    instead: b\n")]
    [InlineData("1:5: error CB401", "it: 'a\n")]
    public void Mistake_in_the_style_file_is_an_error_at_its_place(string expected, string style)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("style.yaml", style);

        Assert.StartsWith($"style.yaml:{expected}: ", Assert.Single(folder.Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("it: []\n")]
    public void Style_file_may_be_empty(string style)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("style.yaml", style);

        Assert.Empty(folder.Check());
    }
}
