using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Everything an author should know about a library before it is published.</summary>
public static class LibraryCheck
{
    /// <summary>Applies every rule.</summary>
    /// <returns>The problems of reading and the warnings of the library as a whole, by path and line.</returns>
    public static IReadOnlyList<Problem> Run(Library library) =>
        Problem.Sort([.. library.Problems, .. RelatedExists.Check(library), .. BothLanguages.Check(library)]);
}
