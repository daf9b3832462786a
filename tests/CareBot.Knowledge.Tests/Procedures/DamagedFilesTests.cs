using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>Whatever stands in the files of a library, reading it tells what is wrong and never fails.</summary>
public class DamagedFilesTests
{
    /// <summary>The damages to each file; a seed makes them the same in every run.</summary>
    private const int DamagesEach = 150;

    private const string Signs = " \n\t-:{}[]\"'|>&*!#%@,.0aé→\0";

    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("procedures/a.yaml")]
    [InlineData("procedures/a/tables/way.md")]
    [InlineData("procedures/a/templates/bye.it.md")]
    [InlineData("care-model.yaml")]
    [InlineData("connectors.yaml")]
    [InlineData("law-rules.yaml")]
    public void Damaged_file_never_throws_and_what_is_wrong_has_a_place(string name)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        File.Copy(Path.Combine(Repository.Content, "law-rules.yaml"), Path.Combine(folder.Path, "law-rules.yaml"));
        var path = Path.Combine(folder.Path, name);
        var whole = File.ReadAllText(path);
        var random = new Random(20261124);

        for (var damage = 0; damage < DamagesEach; damage++)
        {
            File.WriteAllText(path, Damaged(whole, random));

            var library = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);

            Assert.All(library.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1, Path.Length: > 0, Message.Length: > 0 }, problem.ToString()));
        }
    }

    [Theory]
    [InlineData("steps: &all\n  - { id: a, parallel: { all: *all } }\n")]
    [InlineData("a: &a [*a]\n")]
    [InlineData("!!map { }\n")]
    public void File_that_holds_itself_is_refused(string text) => Assert.Contains(Problems(text), problem => problem.Code == "CB401");

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public void File_of_endless_depth_is_refused(char sign) =>
        Assert.Contains(Problems(string.Concat(Enumerable.Repeat(sign == '-' ? "- " : sign.ToString(), 50_000))), problem => problem.Code == "CB401");

    private static IReadOnlyList<Problem> Problems(string text)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("procedures/a.yaml", text);
        return ProcedureLibrary.Read(folder.Path, last: null, Today, published: null).Problems;
    }

    private static string Damaged(string whole, Random random)
    {
        var text = whole;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
                3 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => $"{text[..at]}{Signs[random.Next(Signs.Length)]}{text[(at + 1)..]}",
            };
            if (text.Length == 0)
            {
                break;
            }
        }

        return text;
    }
}
