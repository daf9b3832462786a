using CareBot.Knowledge.Procedures.Scenarios;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>A library of one procedure that has every kind of step, of one that it calls, and of an article that customers ask for in between.</summary>
/// <remarks>What is written to it is written to a copy.</remarks>
internal sealed class LampShop : IDisposable
{
    private static readonly Lazy<KnowledgeIndex> Articles = new(() =>
        KnowledgeIndex.Open(CareBot.Knowledge.Reading.Library.Read(Source, null, CancellationToken.None), folder: null));

    private readonly LibraryFolderOnDisk folder = new();

    public LampShop()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            folder.Write(System.IO.Path.GetRelativePath(Source, file), File.ReadAllText(file));
        }
    }

    public static KnowledgeIndex Index => Articles.Value;

    public string Path => folder.Path;

    private static string Source => System.IO.Path.Combine(Repository.Tests, "Procedures", "Library");

    /// <summary>Writes a procedure anew with something in it replaced.</summary>
    public LampShop With(string path, string text, string by)
    {
        var full = System.IO.Path.Combine(Path, path);
        var before = File.ReadAllText(full);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(full, before.Replace(text, by, StringComparison.Ordinal));
        return this;
    }

    public void Write(string path, string text) => folder.Write(path, text);

    public ProcedureTest Test(params string[] paths) =>
        ProcedureTest.Run(Path, new(2026, 11, 26), [.. paths.Select(path => System.IO.Path.Combine(Path, path))], Index, CancellationToken.None);

    /// <summary>Plays the turns of one scenario, with the answers and at the time that most need.</summary>
    public TestedScenario Play(string turns)
    {
        Write("procedures/lamp-return/scenarios/own.md", $"""
            # Scenario: own
            - procedure: lamp-return
            - now: 2026-11-24 10:00
            - language: en
            - given shop.order(id=A100) → {"{"} total: 64.90, delivered_on: 2026-11-20 {"}"}
            - given shop.label → {"{"} number: L-1 {"}"}

            {turns}
            """);
        return Assert.Single(Test("procedures/lamp-return/scenarios/own.md").Scenarios);
    }

    public void Dispose() => folder.Dispose();
}
