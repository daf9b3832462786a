using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Everything an author should know about a library before it is published.</summary>
public static class LibraryCheck
{
    /// <summary>Applies every rule where nothing is known of what has been published of procedures before.</summary>
    public static IReadOnlyList<Problem> Run(Library library, DateOnly today, string? folder, string? learnt, CancellationToken cancellation) =>
        Run(library, today, folder, learnt, versions: null, cancellation);

    /// <summary>Applies every rule.</summary>
    /// <param name="library">What to check.</param>
    /// <param name="today">The day in the company's own time zone: reviews, validity and laws are judged by it.</param>
    /// <param name="folder">Where to keep what need not be found out again for the same library and day; null keeps nothing.
    /// What lies there may be deleted at any time.</param>
    /// <param name="learnt">The folder of a service's index: what the service has learnt of this very library need not be learnt
    /// again; null where there is none. It stays as it is.</param>
    /// <param name="versions">What has been published of procedures before; null when nothing is known of that.</param>
    /// <param name="cancellation">Stops the check with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The problems of reading and those that only the rules find, by path and line.</returns>
    public static IReadOnlyList<Problem> Run(Library library, DateOnly today, string? folder, string? learnt, PublishedVersions? versions, CancellationToken cancellation)
    {
        var manuscripts = Manuscript.AllOf(library, cancellation);
        var published = manuscripts.Where(manuscript => manuscript.IsPublished).ToList();
        var reachable = Task.Run(
            () => KeptProof.Of(library, today, folder, () => Reachable.Check(library, published, today, folder, learnt, cancellation)), cancellation);
        return Problem.Sort(
        [
            .. library.Problems,
            .. RelatedExists.Check(library),
            .. BothLanguages.Check(library),
            .. ReviewInTime.Check(published, today),
            .. OwnText.Check(published),
            .. Contradictions.Check(published),
            .. LanguagesAgree.Check(published),
            .. PhrasingsOwned.Check(published),
            .. LedTo.Check(published),
            .. AnchorsExist.Check(manuscripts),
            .. Readability.Check(manuscripts),
            .. ReplyVariables.Check(manuscripts),
            .. StyleKept.Check(library, manuscripts),
            .. SynonymsLead.Check(library),
            .. LawUpToDate.Check(library, manuscripts, today),
            .. ProcedureLibrary.Read(library.Folder, last: null, today, versions).Problems
                // These are told of by whoever reads them for the articles.
                .Where(problem => problem.Path != LawRules.FileName && problem.Path != library.Folder),
            .. reachable.GetAwaiter().GetResult(),
        ]);
    }
}
