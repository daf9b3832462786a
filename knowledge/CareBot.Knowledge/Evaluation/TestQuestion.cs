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
    private const int Columns = 4;

    /// <summary>Whether an article answers it.</summary>
    public bool InScope => Expected.Count > 0;

    /// <summary>Reads questions, one a line: id, variant, text and expected ids, separated by tabs; ids are joined by <c>|</c>, and
    /// <c>__OOS__</c> stands for none.</summary>
    /// <exception cref="FormatException">A line has another form; the message names file and line.</exception>
    public static IReadOnlyList<TestQuestion> Read(string file)
    {
        var questions = new List<TestQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length > 0)
            {
                questions.Add(Of(line.Split('\t'), file, number));
            }
        }

        return questions;
    }

    private static TestQuestion Of(string[] columns, string file, int line) => columns is [var id, var variant, var text, var expected]
        ? new(id, variant, text, expected == OutOfScope ? [] : [.. expected.Split('|').Select(each => new ArticleId(each))])
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture,
            $"{file}:{line}:1: a question has {Columns} columns separated by tabs (id, variant, question, expected ids), not {columns.Length}"));
}
