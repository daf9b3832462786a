using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace CareBot.SystemTests;

/// <summary>The real program in a process of its own, on a port and a data folder of its own.</summary>
internal sealed class CareBotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> output = [];
    private readonly string[] arguments;
    private Process process;

    private CareBotProcess(string data, string[] arguments)
    {
        Data = data;
        this.arguments = arguments;
        process = new Process();
    }

    /// <summary>The program as it was built beside these tests.</summary>
    public static string Program { get; } = typeof(CareBotProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "CareBotProgram").Value!;

    /// <summary>The articles in the sources.</summary>
    public static string ShippedLibrary { get; } = typeof(CareBotProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "ShippedLibrary").Value!;

    public string Data { get; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Output => string.Join('\n', output);

    public static async Task<CareBotProcess> StartAsync(string data, params string[] arguments)
    {
        var carebot = new CareBotProcess(data, arguments);
        await carebot.StartAgainAsync();
        return carebot;
    }

    /// <summary>Starts the program on the same data, on the same port as before if it ran before.</summary>
    public async Task StartAgainAsync()
    {
        var port = Address.IsDefaultPort ? FreePort() : Address.Port;
        Address = new Uri($"http://127.0.0.1:{port}");
        process = new Process
        {
            StartInfo = CommandLine.StartInfo(
                ["serve", "--data", Data, $"--urls={Address}", $"--PublicBaseUrl={Address}", "--Library:Learn=false", .. arguments]),
        };
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await BeReadyAsync();
    }

    /// <summary>Ends it as a power cut would: no goodbye, no flush.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            output.Enqueue(text);
        }
    }

    private async Task BeReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartMax && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(Address);
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The program did not start.\n{Output}");
    }

    internal static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
