using BenchmarkDotNet.Attributes;
using CareBot.Host.Library;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareBot.Benchmarks;

/// <summary>A whole turn without HTTP: load, search, decide, commit to the disk. The outbox is left standing.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private string folder = "";
    private IReadOnlyList<string> questions = [];
    private WebApplication app = null!;
    private TurnRunner runner = null!;
    private int next;

    [Params(50, 1_000, 10_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Start()
    {
        folder = Directory.CreateTempSubdirectory("carebot-bench-").FullName;
        var library = Path.Combine(folder, "library");
        questions = SyntheticLibrary.Write(library, Articles);

        var builder = WebApplication.CreateBuilder([$"--Data:Path={Path.Combine(folder, "data")}", $"--Library:Path={library}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddLibrary();
        builder.AddTurns();
        app = builder.Build();
        runner = app.Services.GetRequiredService<TurnRunner>();
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public async Task<object> Turn()
    {
        var number = next++;
        return await runner.TakeAsync(
            new Incoming
            {
                Conversation = new($"c{number % 100}"),
                Input = new Input.CustomerSaid(questions[number % questions.Count]),
                Arrival = new Arrival("directline", "it"),
                Received = new ReceivedActivity(null, "{}"),
            },
            CancellationToken.None);
    }
}
