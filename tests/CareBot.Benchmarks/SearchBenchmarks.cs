using BenchmarkDotNet.Attributes;
using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Benchmarks;

/// <summary>One search for a customer's question, and the building of the index.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private string folder = "";
    private IReadOnlyList<string> questions = [];
    private LiveIndex index = null!;
    private int next;

    [Params(50, 1_000, 10_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("carebot-bench-").FullName;
        questions = SyntheticLibrary.Write(folder, Articles);
        index = LiveIndex.Open(new LibraryOptions { Folder = folder }, CancellationToken.None);
        index.Train([], Pace.Full(CancellationToken.None));
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public Evidence Search() => index.Current.Index.Gather(new Inquiry
    {
        Text = questions[next++ % questions.Count],
        Prior = Language.Italian,
        Channel = "web",
        Today = new DateOnly(2026, 11, 24),
    });
}

/// <summary>Reading a library and building its index from nothing.</summary>
[ShortRunJob]
public class BuildBenchmarks
{
    private string folder = "";

    [Params(50, 1_000, 10_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("carebot-bench-").FullName;
        SyntheticLibrary.Write(folder, Articles);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public LiveIndex ReadAndBuild() => LiveIndex.Open(new LibraryOptions { Folder = folder }, CancellationToken.None);
}
