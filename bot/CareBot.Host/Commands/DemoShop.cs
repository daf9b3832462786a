using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CareBot.Host.Settings;

namespace CareBot.Host.Commands;

/// <summary>The shop that procedures can be tried on, as a process of its own beside the service.</summary>
internal sealed class DemoShop : IDisposable
{
    /// <summary>The systems of the shipped <c>connectors.yaml</c> that the shop stands for.</summary>
    private static readonly string[] Systems =
        ["orders", "customers", "codes", "shipments", "payments", "products", "repairs", "privacy", "mail"];

    /// <summary>How long its start may take.</summary>
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private DemoShop(Process process, string address, string secret)
    {
        this.process = process;
        Settings =
        [
            $"--Connectors:Secrets:shop={secret}",
            .. Systems.Select(system => $"--Connectors:Addresses:{system}={address}/{system}"),
        ];
    }

    /// <summary>The settings by which the service finds it.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>Starts the shop and waits until it answers.</summary>
    /// <exception cref="StartRefusedException">It is not there, or does not start.</exception>
    public static async Task<DemoShop> StartAsync(CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "demo", "CareBot.DemoShop.dll");
        if (!File.Exists(program))
        {
            throw new StartRefusedException("The demonstration shop is not beside this program: run `dotnet run --project bot/CareBot.Host -- serve --demo` in the source folder.");
        }

        var address = $"http://127.0.0.1:{FreePort()}";
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var word in new[] { program, $"--urls={address}", "--WithParent=true" })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["Secret"] = secret;
        var shop = new DemoShop(Process.Start(start) ?? throw new StartRefusedException("dotnet did not start."), address, secret);
        shop.process.OutputDataReceived += (_, _) => { };
        shop.process.BeginOutputReadLine();
        await shop.AnswersAsync(new Uri(address), cancellation);
        return shop;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task AnswersAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartMax && !process.HasExited)
        {
            try
            {
                using var _ = await client.GetAsync(address, cancellation);
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
            }
        }

        Dispose();
        throw new StartRefusedException("The demonstration shop does not start; `dotnet build` may have to be run again.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
