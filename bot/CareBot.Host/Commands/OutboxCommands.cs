using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CareBot.Host.Settings;
using CareBot.Host.Storage.Single;

namespace CareBot.Host.Commands;

/// <summary><c>carebot outbox …</c>: replies that no try could bring to their customer. The service may run meanwhile.</summary>
internal static class OutboxCommands
{
    /// <summary>The replies that a list shows.</summary>
    private const int ListMax = 200;

    /// <summary>The characters of a reply that a list shows.</summary>
    private const int TextMax = 80;

    public static Command Create(Func<ParseResult, CallSettings> read) =>
        new("outbox", "List and resend replies that could not be delivered.") { List(read), Resend(read) };

    private static Command List(Func<ParseResult, CallSettings> read)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "list",
            """
            List the replies that were given up, and why. Exit code 1 when there is one.

            Examples:
              carebot outbox list
              carebot outbox list --json --data /var/lib/carebot
            """)
        {
            json,
        };
        command.SetAction(parsed =>
        {
            using var database = Open(read(parsed));
            var store = new OutboxStore(database);
            var reported = new ReportedOutbox(store.DeadCount(), [.. store.Dead(ListMax).Select(UndeliveredReply.Of)]);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(reported, CommandJson.Readable.ReportedOutbox));
            }
            else
            {
                Write(reported);
            }

            return reported.Undelivered == 0 ? CareBotCommand.Done : CareBotCommand.ProblemsFound;
        });
        return command;
    }

    private static Command Resend(Func<ParseResult, CallSettings> read)
    {
        var id = new Argument<long?>("number")
        {
            Description = "The number that `outbox list` shows; without it, all of them",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "resend",
            """
            Send replies again that were given up: at once where the service runs, else when it starts.

            Examples:
              carebot outbox resend
              carebot outbox resend 17
            """)
        {
            id,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var database = Open(read(parsed));
            var revived = await new OutboxStore(database).ReviveAsync(parsed.GetValue(id), TimeProvider.System.GetUtcNow(), cancellation);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{revived} to be sent again"));
            return revived > 0 || parsed.GetValue(id) is null ? CareBotCommand.Done : CareBotCommand.ProblemsFound;
        });
        return command;
    }

    private static Database Open(CallSettings settings)
    {
        var folder = settings.Data.Existing();
        return File.Exists(folder.Record)
            ? new(folder)
            : throw new StartRefusedException($"There is no {folder.Record} yet: the service has never run on this folder.");
    }

    private static void Write(ReportedOutbox reported)
    {
        foreach (var reply in reported.Replies)
        {
            var text = reply.Text.ReplaceLineEndings(" ");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reply.Number}\t{reply.Conversation}\ttried {reply.Attempts} times: {reply.Why}\t{(text.Length > TextMax ? text[..TextMax] + "…" : text)}"));
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reported.Undelivered} undelivered{(reported.Undelivered > reported.Replies.Count ? $", the oldest {reported.Replies.Count} shown" : "")}"));
    }
}
