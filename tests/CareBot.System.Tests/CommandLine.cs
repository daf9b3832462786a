using System.Diagnostics;

namespace CareBot.SystemTests;

/// <summary>One call of the command line and what came of it.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(120);

    public static Task<CommandLine> RunAsync(params string[] arguments) => RunAsync(StartInfo(arguments));

    public static async Task<CommandLine> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(EndMax);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(CareBotProcess.Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
