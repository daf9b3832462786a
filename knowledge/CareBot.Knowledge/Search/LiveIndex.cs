using System.Diagnostics;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Where the library lies.</summary>
public sealed class LibraryOptions
{
    /// <summary>The folder of the articles.</summary>
    public string Folder { get; set; } = "knowledge/content";

    /// <summary>The folder in which the index is kept between starts; null keeps it in memory only.</summary>
    public string? IndexFolder { get; set; }

    /// <summary>Whether what is not in the index folder yet is put there. What only looks on leaves a service's folder as it is.</summary>
    public bool KeepsIndex { get; set; } = true;

    /// <summary>The folder in which the last good text of each article is kept between starts; null keeps none.</summary>
    public string? KeptFolder { get; set; }
}

/// <summary>A library and the index of exactly its articles.</summary>
public sealed record Edition(Library Library, KnowledgeIndex Index);

/// <summary>What reading a library again has come to.</summary>
/// <param name="Library">The library as it is now.</param>
/// <param name="Changed">How many articles were added, changed or taken away.</param>
/// <param name="Took">How long it took.</param>
public sealed record Refreshed(Library Library, int Changed, TimeSpan Took);

/// <summary>Holds the edition in use and replaces it whole, so that a search meets the old one or the new one and never both.</summary>
/// <remarks>Any number of threads may read <see cref="Current"/>; refreshes wait for each other. Editions that have been replaced
/// lie in memory only and are left to the garbage collector, so a search that holds one ends well.</remarks>
public sealed class LiveIndex
{
    private readonly LibraryOptions options;
    private readonly Lock swapping = new();
    private Edition current;

    private LiveIndex(LibraryOptions options, Edition first)
    {
        this.options = options;
        current = first;
    }

    /// <summary>The edition in use. Take it once for all that belongs together.</summary>
    public Edition Current => Volatile.Read(ref current);

    /// <summary>Reads the library for the first time.</summary>
    public static LiveIndex Open(LibraryOptions options, CancellationToken cancellation)
    {
        LanguageSense.Warm();
        var library = Library.Read(options.Folder, last: null, Kept(options), cancellation);
        return new(options, new(library, KnowledgeIndex.Open(library, options.IndexFolder, options.KeepsIndex)));
    }

    /// <summary>Keeps the texts in use, so that the next start can serve those whose files are bad by then.</summary>
    /// <returns>Why it could not; null when it could, or when no folder was given.</returns>
    public string? Keep() => Current.Library is { Articles.Count: > 0 } library ? Kept(options)?.Keep(library.Files) : null;

    /// <summary>Lets the edition in use learn from its phrasings and from customers, or, where it has learnt its phrasings, from
    /// customers alone; puts the result in use unless a newer edition has come meanwhile.</summary>
    /// <returns>Why what was learnt could not be kept for the next start; null when it could, or when no folder was given.</returns>
    /// <remarks>It takes seconds; questions are answered all the while, by what was learnt before.</remarks>
    public string? Train(IReadOnlyList<Feedback> feedback, Pace pace)
    {
        var before = Current;
        var index = before.Index.Train(feedback, pace);
        lock (swapping)
        {
            // A look at the files that has found the same articles makes an edition of its own.
            if (Current.Library.Fingerprint != before.Library.Fingerprint)
            {
                return null;
            }

            Volatile.Write(ref current, Current with { Index = index });
        }

        return options is { KeepsIndex: true, IndexFolder: { } folder } ? index.KeepTraining(folder) : null;
    }

    /// <summary>Reads what has changed since and puts it in use.</summary>
    public Refreshed Refresh(CancellationToken cancellation)
    {
        lock (swapping)
        {
            var started = Stopwatch.GetTimestamp();
            var last = Current;
            var library = Library.Read(options.Folder, last.Library, cancellation);
            var index = library.Fingerprint == last.Library.Fingerprint ? last.Index : KnowledgeIndex.Open(library, options.IndexFolder, options.KeepsIndex, last.Index);
            Volatile.Write(ref current, new(library, index));
            return new(library, library.Differences(last.Library), Stopwatch.GetElapsedTime(started));
        }
    }

    private static KeptArticles? Kept(LibraryOptions options) =>
        options.KeptFolder is { } folder ? new(folder, options.Folder) : null;
}
