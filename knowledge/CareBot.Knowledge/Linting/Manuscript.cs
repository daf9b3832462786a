using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>An article that is in order, as rules look at it: with the places of its parts and its text taken apart.</summary>
internal sealed record Manuscript(Article Article, ReadText Read, IReadOnlyList<Paragraph> Paragraphs)
{
    public Language Language => Article.Language;

    public bool IsPublished => Article.Status == ArticleStatus.Published;

    /// <summary>Where the text begins.</summary>
    public Spot BodyAt => new(Article.Path, Read.Places.BodyLine, 1);

    /// <summary>The articles whose present version serves, by path. What could not be read has its own problems.</summary>
    public static IReadOnlyList<Manuscript> AllOf(Library library, CancellationToken cancellation = default) =>
    [
        .. library.Files
            .Where(file => file.Good is { } good && ReferenceEquals(good.Article, file.Present.Article))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => new Manuscript(file.Good!.Article, file.Present, Paragraph.AllOf(file.Good.Article, file.Present.Places.BodyLine))),
    ];

    /// <summary>The ways its question is put, the title first.</summary>
    public IEnumerable<(string Phrasing, Spot At)> Phrasings() =>
        Article.Questions.Zip(Read.Places.Questions).Prepend((Article.Title, Read.Places.Title));

    /// <summary>Where an offset of the body lies in the file.</summary>
    public Spot InBody(int offset)
    {
        var at = new SourceText(Article.Path, Article.Body).At(offset);
        return at with { Line = at.Line + Read.Places.BodyLine - 1 };
    }
}
