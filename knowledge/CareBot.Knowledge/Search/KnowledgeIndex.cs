using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Finds the articles of one library that answer a question.</summary>
/// <remarks>It never changes; any number of threads may search at once, and none waits for another.</remarks>
public sealed class KnowledgeIndex : IDisposable
{
    /// <summary>The characters of a question that are looked at; what follows is not.</summary>
    public const int TextLengthMax = 512;

    /// <summary>The passages that a search returns at most.</summary>
    public const int PassagesMax = 5;

    private readonly Library library;
    private readonly Shelves shelves;
    private readonly FullText fullText;
    private readonly ChannelTexts texts = new();

    private KnowledgeIndex(Library library, Shelves shelves, FullText fullText)
    {
        this.library = library;
        this.shelves = shelves;
        this.fullText = fullText;
    }

    /// <summary>Whether the full-text index was found in its folder and had not to be built.</summary>
    public bool Reused { get; private init; }

    /// <summary>Why the index could not be kept in its folder; null when it was, or when no folder was given.</summary>
    /// <remarks>It serves from memory all the same; the next start builds it again.</remarks>
    public string? Unkept { get; private init; }

    /// <summary>Makes a library searchable.</summary>
    /// <param name="library">What to find.</param>
    /// <param name="folder">Where the index is kept between starts; null keeps it in memory only. What lies there is used if it
    /// is of this library and this version and undamaged.</param>
    /// <param name="keeps">Whether, if not, it is written anew, and what is older deleted.</param>
    /// <param name="before">The index of the library as it was: what that had learnt serves until this one has.</param>
    public static KnowledgeIndex Open(Library library, string? folder, bool keeps = true, KnowledgeIndex? before = null)
    {
        var sorted = Shelves.Sort(library.Articles);

        // The two halves need nothing of each other.
        var shelves = Task.Factory.StartNew(
            () => Shelves.Build(library.Articles, sorted, library.Synonyms.Entries), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Open(library, sorted, shelves, folder, keeps, before);
    }

    /// <summary>The same for who has the shelves already.</summary>
    internal static KnowledgeIndex Open(
        Library library, IReadOnlyList<IndexedArticle> sorted, Task<Shelves> shelves, string? folder, bool keeps, KnowledgeIndex? before = null,
        CancellationToken cancellation = default)
    {
        var (fullText, reused, unkept) = folder is null
            ? (FullText.InMemory(sorted, library.Fingerprint, cancellation), false, null)
            : IndexFolder.Open(folder, sorted, library.Fingerprint, keeps, cancellation);
        var built = shelves.GetAwaiter().GetResult();
        var kept = folder is null ? null : KeptTraining.Restore(folder, library.Fingerprint, built);
        return new(library, kept ?? (before is null ? built : built.After(before.shelves)), fullText)
        {
            Reused = reused,
            Unkept = unkept,
            IsTrained = kept is not null,
        };
    }

    /// <summary>Whether it has learnt from the phrasings of this very library, now or before an earlier end.</summary>
    public bool IsTrained { get; private init; }

    /// <summary>Learns from the phrasings which words tell articles apart, unless it has, and from them and customers how far a find
    /// can be trusted.</summary>
    /// <param name="feedback">What customers have made of answers.</param>
    /// <param name="pace">How hard to work at it.</param>
    /// <returns>An index over the same full text; this one goes on as it is. Phrasings take seconds and customers a second for every
    /// few thousand, so no request should wait for it.</returns>
    public KnowledgeIndex Train(IReadOnlyList<Feedback> feedback, Pace pace) =>
        Calibrated(IsTrained ? shelves : shelves.Trained(pace), feedback, pace);

    /// <summary>Learns what <see cref="Train"/> would and <see cref="Gather"/> goes by, as fast as the machine allows: for who waits
    /// for it and looks for customers' articles only.</summary>
    /// <param name="feedback">What customers have made of answers.</param>
    /// <param name="cancellation">Gives the work up.</param>
    /// <returns>An index over the same full text; this one goes on as it is.</returns>
    public KnowledgeIndex TrainForCustomers(IReadOnlyList<Feedback> feedback, CancellationToken cancellation) =>
        Calibrated(shelves.TrainedForCustomers(cancellation), feedback, Pace.Full(cancellation));

    /// <summary>What all of its customers' shelves have learnt from at least.</summary>
    internal Lesson Lesson => shelves.OfCustomers.Min(shelf => shelf.Lesson);

    /// <summary>This index with what its customers' shelves learnt last.</summary>
    internal KnowledgeIndex Recalling(string folder) => new(library, LastLesson.Recall(folder, shelves), fullText);

    /// <summary>Keeps what its customers' shelves have learnt for <see cref="Recalling"/>.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    internal string? KeepLesson(string folder) => LastLesson.Keep(folder, shelves);

    /// <summary>Puts what it has learnt into the folder of the index, for the next start.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public string? KeepTraining(string folder) => KeptTraining.Keep(folder, library.Fingerprint, shelves);

    /// <summary>Finds out what a turn needs to know.</summary>
    /// <returns>The language of the words, null when they are too few to tell; at most <see cref="PassagesMax"/> passages that
    /// customers on the channel may see that day, in that language or else the prior one, or in the other where only that has an
    /// answer; the same for each question where there are several; and the offered articles, in the prior language where they
    /// are written in it.</returns>
    /// <remarks>No text makes it throw.</remarks>
    public Evidence Gather(Inquiry inquiry)
    {
        var text = Read(inquiry);
        var gathering = new Gathering(
            library, texts, (words, language, mayShow) => Rank(words, language, ArticleKind.Faq, mayShow), inquiry);

        return gathering.Of(text, shelves.LanguageOf(text));
    }

    /// <summary>Whether every shelf that <see cref="Gather"/> asks has learnt from what it is.</summary>
    internal bool HasLearntFor(Inquiry inquiry)
    {
        var (text, least) = (Read(inquiry), Lesson.Own);
        var gathering = new Gathering(
            library,
            texts,
            (words, language, mayShow) =>
            {
                least = (Lesson)Math.Min((int)least, (int)shelves[language, ArticleKind.Faq].Lesson);
                return Rank(words, language, ArticleKind.Faq, mayShow);
            },
            inquiry);
        gathering.Of(text, shelves.LanguageOf(text));
        return least == Lesson.Own;
    }

    /// <summary>Tells how the customers' articles came to their places for a question that is taken by itself, as one.</summary>
    public Explanation Explain(Inquiry inquiry)
    {
        var text = Read(inquiry);
        return shelves[Gather(inquiry).Language ?? inquiry.Prior, ArticleKind.Faq]
            .Explain(text, fullText, article => article.IsForCustomers(inquiry.Channel, inquiry.Today));
    }

    /// <summary>Finds what an agent may say or send: published articles of one kind, the most fitting first.</summary>
    public IReadOnlyList<Article> Find(string text, Language language, ArticleKind kind, int max) =>
        [.. Rank(Cut(text), language, kind, _ => true).Take(max).Select(found => found.Article)];

    /// <summary>Lets go of the index. Searches under way end well; later ones throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => fullText.Dispose();

    private KnowledgeIndex Calibrated(Shelves trained, IReadOnlyList<Feedback> feedback, Pace pace) =>
        new(library, trained.Calibrated(feedback, fullText, pace), fullText) { Reused = Reused, Unkept = Unkept, IsTrained = true };

    private List<Ranked> Rank(string text, Language language, ArticleKind kind, Func<Article, bool> mayShow) =>
        shelves[language, kind].Rank(text, fullText, mayShow);

    /// <summary>What is looked at of the customer's words.</summary>
    internal static string Read(Inquiry inquiry) => MessageParts.Civil(Cut(inquiry.Text));

    private static string Cut(string text) => text.Length <= TextLengthMax ? text : text[..TextLengthMax];
}
