using BenchmarkDotNet.Running;
using CareBot.Benchmarks;

// `load …` drives a running service, `answers …` measures answers; anything else is BenchmarkDotNet's.
if (args is ["load", ..])
{
    return await LoadCommand.RunAsync(args[1..]);
}

if (args is ["answers", ..])
{
    return await AnswersCommand.RunAsync(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
return 0;
