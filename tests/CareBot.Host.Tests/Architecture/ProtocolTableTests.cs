using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CareBot.Host.Tests.Architecture;

/// <summary>bot/docs/protocol.md names files and tests: they are there, and no clause of the protocol is passed over in silence.</summary>
public partial class ProtocolTableTests
{
    private static readonly (string Family, int Clauses)[] Families =
        [("DL", 31), ("WS", 11), ("AC", 12), ("BM", 10), ("JWT", 13), ("TM", 11), ("SEC", 12), ("WC", 9)];

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(Repository(), "bot", "docs", "protocol.md"))
            .Where(line => Clause().IsMatch(line)).Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    [Fact]
    public void Every_clause_has_one_row() => Assert.Equal(
        Families.SelectMany(family => Enumerable.Range(1, family.Clauses).Select(number => $"{family.Family}-{number}")),
        Rows.Select(row => row[0]));

    [Fact]
    public void Every_row_names_a_test_or_says_why_there_is_none() => Assert.All(Rows, row =>
    {
        Assert.Equal(4, row.Length);
        Assert.True(
            Quoted().IsMatch(row[3]) ? Quoted().IsMatch(row[2]) : Regex.IsMatch(row[3], @"^(Left out|Not yet): .+\.$|^The conformance suite"),
            string.Join(" | ", row));
    });

    [Fact]
    public void Every_file_that_is_named_exists() => Assert.All(
        Rows.SelectMany(row => Named(row[2])),
        file => Assert.True(File.Exists(Path.Combine(Repository(), "bot", "CareBot.Host", file)), file));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => TestMethod().Matches(File.ReadAllText(file))
                .Select(method => $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}"))
            .ToHashSet();

        Assert.Empty(Rows.SelectMany(row => Named(row[3])).Except(tests));
    }

    private static IEnumerable<string> Named(string cell) => Quoted().Matches(cell).Select(name => name.Groups[1].Value);

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"^\| [A-Z]+-\d+ \|")]
    private static partial Regex Clause();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex TestMethod();
}
