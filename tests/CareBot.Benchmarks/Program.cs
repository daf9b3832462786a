using BenchmarkDotNet.Running;
using CareBot.Benchmarks;

// `load …` drives a running service; anything else is BenchmarkDotNet's.
if (args is ["load", ..])
{
    return await LoadCommand.RunAsync(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
return 0;
