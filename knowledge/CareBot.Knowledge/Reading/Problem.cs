namespace CareBot.Knowledge.Reading;

/// <summary>How grave a problem is.</summary>
public enum Severity
{
    /// <summary>The file or library is used as it is, and should be looked at.</summary>
    Warning,

    /// <summary>It must be mended. An article with an error of reading is refused: its last good version serves, or none.</summary>
    Error,
}

/// <summary>Something in the library that an author must mend or look at.</summary>
public sealed record Problem
{
    /// <summary>The file, relative to the library's folder with forward slashes; or the folder itself.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in UTF-16 units, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>Whether it must be mended.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What kind of problem, for good: <c>CB0nn</c> the file, <c>CB1nn</c> its front matter,
    /// <c>CB2nn</c> the library as a whole, <c>CB3nn</c> the text, <c>CB4nn</c> the files of rules beside the articles,
    /// <c>CB5nn</c> procedures.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and how to mend it, one line.</summary>
    public required string Message { get; init; }

    /// <summary>The form that editors and build tools make into a link: <c>path:line:column: error CB101: message</c>.</summary>
    public override string ToString() =>
        $"{Path}:{Line}:{Column}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";

    /// <summary>Something that must be mended.</summary>
    internal static Problem Error(string code, Spot at, string message) => New(Severity.Error, code, at, message);

    /// <summary>Something that should be looked at.</summary>
    internal static Problem Warning(string code, Spot at, string message) => New(Severity.Warning, code, at, message);

    private static Problem New(Severity severity, string code, Spot at, string message) => new()
    {
        Path = at.Path,
        Line = at.Line,
        Column = at.Column,
        Severity = severity,
        Code = code,
        Message = message,
    };

    /// <summary>The order in which problems are listed: by path, then line, then column, then code.</summary>
    internal static IReadOnlyList<Problem> Sort(IEnumerable<Problem> problems) =>
    [
        .. problems
            .OrderBy(problem => problem.Path, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal),
    ];
}

/// <summary>A place in a file: lines and columns from 1.</summary>
internal readonly record struct Spot(string Path, int Line, int Column)
{
    public static Spot StartOf(string path) => new(path, 1, 1);
}
