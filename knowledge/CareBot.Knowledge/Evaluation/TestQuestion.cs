using System.Globalization;
using CareBot.Answers;

namespace CareBot.Knowledge.Evaluation;

/// <summary>A question of which it is known what answers it.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Variant">How it is written: <c>clean</c>, <c>typo</c> …</param>
/// <param name="Text">The customer's words.</param>
/// <param name="Expected">The articles that answer it; none when nothing in the library does.</param>
public sealed record TestQuestion(string Id, string Variant, string Text, IReadOnlyList<ArticleId> Expected)
{
    private const string OutOfScope = "__OOS__";
    private const string Form = "4 columns separated by tabs (id, variant, question, expected ids)";

    /// <summary>Whether an article answers it.</summary>
    public bool InScope => Expected.Count > 0;

    /// <summary>Reads questions, one a line: id, variant, text and expected ids, separated by tabs; ids are joined by <c>|</c>, and
    /// <c>__OOS__</c> stands for none.</summary>
    /// <exception cref="FormatException">A line has another form, or there is none; the message names file and line, and the mend.</exception>
    public static IReadOnlyList<TestQuestion> Read(string file)
    {
        var questions = new List<TestQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(Of(line.Split('\t'), file, number));
            }
        }

        return questions.Count > 0 ? questions : throw Wrong(file, 1, $"there is no question here: write one a line, {Form}");
    }

    private static TestQuestion Of(string[] columns, string file, int line) => columns switch
    {
        [_, _, _, var expected] when expected.Split('|').Any(string.IsNullOrWhiteSpace)
            => throw Wrong(file, line, $"the expected ids are missing, or one of them is: write {OutOfScope} where nothing answers"),
        [var id, var variant, var text, var expected]
            => new(id, variant, text, expected == OutOfScope ? [] : [.. expected.Split('|').Select(each => new ArticleId(each))]),
        _ => throw Wrong(file, line, $"a question is {Form}, and here are {columns.Length}"),
    };

    private static FormatException Wrong(string file, int line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:1: {what}"));
}
