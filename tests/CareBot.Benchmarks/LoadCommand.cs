using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace CareBot.Benchmarks;

/// <summary><c>load</c>: customers on Direct Line, at a steady rate, against a service that is already running on this machine.</summary>
internal static class LoadCommand
{
    /// <summary>The first round finds everything cold.</summary>
    private const int BroadcastRounds = 5;

    public static Task<int> RunAsync(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var url = new Option<string>("--url") { DefaultValueFactory = _ => "http://localhost:3978" };
        var secret = new Option<string>("--secret") { Required = true, Description = "One of DirectLine:Secrets" };
        var conversations = new Option<int>("--conversations") { DefaultValueFactory = _ => 100 };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 200, Description = "Messages a second, over all conversations; 0 for none" };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 20 };
        var idle = new Option<int>("--idle") { DefaultValueFactory = _ => 1_000, Description = "Idle sockets to weigh; 0 for none" };
        var broadcast = new Option<int>("--broadcast") { Description = "Streams of one conversation that all wait for one activity; 0 for none" };
        var pid = new Option<int?>("--pid") { Description = "The service's process, whose memory is read to weigh idle sockets" };

        var root = new RootCommand("Drive conversations over Direct Line and print rate, latencies and bytes per idle socket.")
        {
            url, secret, conversations, rate, seconds, idle, broadcast, pid,
        };
        root.SetAction(async (parsed, cancellation) =>
        {
            var address = new Uri(parsed.GetRequiredValue(url));
            if (!address.IsLoopback)
            {
                await Console.Error.WriteLineAsync("load: only a service on this machine may be loaded.");
                return 2;
            }

            var key = parsed.GetRequiredValue(secret);
            if (parsed.GetValue(rate) > 0)
            {
                await TalkAsync(address, key, parsed.GetValue(conversations), parsed.GetValue(rate), parsed.GetValue(seconds), cancellation);
            }

            if (parsed.GetValue(idle) is > 0 and var sockets)
            {
                await WeighAsync(address, key, sockets, parsed.GetValue(pid), cancellation);
            }

            if (parsed.GetValue(broadcast) is > 0 and var streams)
            {
                await BroadcastAsync(address, key, streams, cancellation);
            }

            return 0;
        });
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task TalkAsync(
        Uri address, string secret, int conversations, int rate, int seconds, CancellationToken cancellation)
    {
        var customers = new List<LoadCustomer>();
        for (var i = 0; i < conversations; i++)
        {
            customers.Add(await LoadCustomer.ArriveAsync(address, secret, cancellation));
        }

        var started = Stopwatch.StartNew();
        var turns = new List<Task>();
        for (var sent = 0; sent < rate * seconds; sent++)
        {
            // Paced by the clock and not by the answers: a slow service gets a queue, as in life.
            var due = TimeSpan.FromSeconds((double)sent / rate) - started.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, cancellation);
            }

            turns.Add(customers[sent % conversations].AskAsync(cancellation));
        }

        await Task.WhenAll(turns);
        var elapsed = started.Elapsed;
        var acknowledged = customers.SelectMany(customer => customer.Acknowledged).Order().ToList();
        var answered = customers.SelectMany(customer => customer.Answered).Order().ToList();
        Console.Out.WriteLine($"{acknowledged.Count / elapsed.TotalSeconds:0} messages/s over {conversations} conversations, {elapsed.TotalSeconds:0} s");
        Console.Out.WriteLine($"acknowledged (turn taken, on disk): p50 {Percentile(acknowledged, 0.50):0.0} ms, p99 {Percentile(acknowledged, 0.99):0.0} ms");
        Console.Out.WriteLine($"answer on the socket:               p50 {Percentile(answered, 0.50):0.0} ms, p99 {Percentile(answered, 0.99):0.0} ms, {answered.Count} of {acknowledged.Count}");
        foreach (var customer in customers)
        {
            await customer.DisposeAsync();
        }
    }

    private static async Task WeighAsync(Uri address, string secret, int sockets, int? pid, CancellationToken cancellation)
    {
        var before = Resident(pid);
        var customers = new List<LoadCustomer>();
        for (var i = 0; i < sockets; i++)
        {
            customers.Add(await LoadCustomer.ArriveAsync(address, secret, cancellation));
        }

        await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
        var after = Resident(pid);
        Console.Out.WriteLine(before is { } from && after is { } to
            ? $"{sockets} idle sockets: {(to - from) / sockets} bytes each, conversation included ({to / 1_048_576} MB resident)"
            : $"{sockets} idle sockets open; give --pid to weigh them");
        foreach (var customer in customers)
        {
            await customer.DisposeAsync();
        }
    }

    private static async Task BroadcastAsync(Uri address, string secret, int streams, CancellationToken cancellation)
    {
        await using var broadcast = await Broadcast.OpenAsync(address, secret, streams, cancellation);
        for (var round = 1; round <= BroadcastRounds; round++)
        {
            var heard = await broadcast.SayAsync($"round-{round}", cancellation);
            Console.Out.WriteLine($"one activity on {streams} streams:     p50 {Percentile(heard, 0.50):0.0} ms, p99 {Percentile(heard, 0.99):0.0} ms");
        }
    }

    private static long? Resident(int? pid)
    {
        if (pid is not { } id)
        {
            return null;
        }

        using var process = Process.GetProcessById(id);
        return process.WorkingSet64;
    }

    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
}
