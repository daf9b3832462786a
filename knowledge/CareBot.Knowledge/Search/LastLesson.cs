using System.Security.Cryptography;
using System.Text;
using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>Keeps what customers' shelves have learnt between checks, together with what they learnt it from. It is a cache: it may
/// be deleted at any time.</summary>
/// <remarks>A shelf that is the same has learnt already; one that has changed little goes on by what it had learnt, as in a running
/// service. A file for each language, so that an edit in one leaves the other as it is.</remarks>
internal static class LastLesson
{
    /// <summary>One article in so many may be another than when the shelf learnt; with more, what it learnt is of another shelf.</summary>
    public const int ChangedOneIn = 20;

    /// <summary>Puts into a folder what customers' shelves have learnt.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public static string? Keep(string folder, Shelves shelves) => shelves.OfCustomers
        .Select(shelf => SealedFile.Write(Place(folder, shelf), writer => Write(writer, shelf)))
        .FirstOrDefault(failure => failure is not null);

    /// <summary>Gives customers' shelves what they had learnt; those of which nothing lies in the folder stay as they are.</summary>
    public static Shelves Recall(string folder, Shelves shelves) => shelves.With(
    [
        .. shelves.OfCustomers.Select(shelf => SealedFile.Read(Place(folder, shelf), reader => Read(reader, shelf)) ?? shelf),
    ]);

    private static string Place(string folder, Shelf shelf) => Path.Combine(folder, $"lesson-{shelf.Key.Language.Tag()}");

    private static void Write(BinaryWriter writer, Shelf shelf)
    {
        writer.Write(SynonymsOf(shelf));
        writer.Write(shelf.Articles.Count);
        foreach (var article in shelf.Articles)
        {
            writer.Write(HashOf(article));
            writer.Write(article.Id.Value);
            writer.Write(article.Questions.Count);
            foreach (var phrasing in article.Questions.Prepend(article.Title))
            {
                writer.Write(phrasing);
            }
        }

        shelf.Learnt.Write(writer);
    }

    private static Shelf? Read(BinaryReader reader, Shelf shelf)
    {
        var synonyms = reader.ReadString();
        var articles = Enumerable.Range(0, reader.ReadInt32()).Select(_ => Taught.Read(reader)).ToList();
        var hashes = shelf.Articles.Select(HashOf).ToList();
        if (synonyms == SynonymsOf(shelf) && hashes.SequenceEqual(articles.Select(article => article.Hash)))
        {
            return Learnt.Read(reader, shelf.Features) is { } own ? shelf.With(own) : null;
        }

        var known = articles.Select(article => article.Hash).ToHashSet(StringComparer.Ordinal);
        var most = Math.Max(hashes.Count, articles.Count);
        if (most - hashes.Count(known.Contains) > most / ChangedOneIn)
        {
            return null;
        }

        var words = Words.Of(shelf.Key.Language);
        var space = FeatureSpace.Of([.. articles.SelectMany(article => article.Phrasings).AsParallel().AsOrdered().Select(phrasing => words.WithCodes(phrasing))]);
        return Learnt.Read(reader, space.Count) is { } learnt
            ? shelf.After(learnt, space, articles.Select(article => article.Id))
            : null;
    }

    /// <summary>A hash over all of an article that learning goes by.</summary>
    private static string HashOf(Article article) => Hash([
        article.Id.Value, article.Title, article.Body,
        $"{article.Questions.Count}", .. article.Questions, .. article.Keywords, .. article.Notes,
    ]);

    private static string SynonymsOf(Shelf shelf) => Hash(shelf.Synonyms
        .Where(entry => entry.Language == shelf.Key.Language)
        .SelectMany(entry => (IEnumerable<string>)[$"{entry.From.Count}", .. entry.From, $"{entry.To.Count}", .. entry.To]));

    private static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))));

    /// <summary>An article as it was when its shelf learnt.</summary>
    private sealed record Taught(string Hash, ArticleId Id, IReadOnlyList<string> Phrasings)
    {
        public static Taught Read(BinaryReader reader) =>
            new(reader.ReadString(), new(reader.ReadString()), [.. Enumerable.Range(0, reader.ReadInt32() + 1).Select(_ => reader.ReadString())]);
    }
}
