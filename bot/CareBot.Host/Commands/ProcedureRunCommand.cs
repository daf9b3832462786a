using System.CommandLine;
using CareBot.Knowledge.Procedures.Scenarios;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure run</c>: a procedure played in the terminal.</summary>
internal static class ProcedureRunCommand
{
    private const string Help = """
        Type what the customer says. What else happens begins with a colon, as in scenarios:
          :event goods.received {"by": "GLS"}     something happens elsewhere
          :time 2d!                               time passes
          :answer orders.get {"total": 59.90}     another system answers; an error by its name: :answer orders.get not_found
          :task done    :approval yes             a colleague does it
          :agent claims    :agent hands back      an agent takes over, and gives it back
          :C: here it is [files: lamp.jpg]        the customer sends files
          :quit
        """;

    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var with = new Option<FileInfo?>("--with") { Description = "A scenario file: other systems answer as its lines `given` say", HelpName = "FILE" };
        var language = NamedProcedure.Language();
        var id = NamedProcedure.Argument();
        var command = new Command(
            "run",
            """
            Play a procedure in the terminal: you are the customer and the world around. Nothing is kept, and no other system is asked.

            Examples:
              carebot procedure run withdrawal
              carebot procedure run withdrawal --language en --with knowledge/content/procedures/withdrawal/scenarios/happy.md
            """)
        {
            id,
            language,
            with,
        };
        command.SetAction((parsed, cancellation) => StoppableWork.RunAsync(
            () => Run(read(parsed), parsed.GetRequiredValue(id), LanguageTags.FromTag(parsed.GetValue(language))!.Value, parsed.GetValue(with), cancellation), cancellation));
        return command;
    }

    private static int Run(CallSettings settings, string id, Language language, FileInfo? with, CancellationToken cancellation)
    {
        var (library, procedure) = NamedProcedure.Find(settings, id);
        var edition = LiveIndex.Open(
            new LibraryOptions { Folder = settings.Library, IndexFolder = settings.Data.Index, KeepsIndex = false }, cancellation).Current;
        var rehearsal = new Rehearsal(library, edition.Index, language, TimeProvider.System.GetUtcNow());
        if (with is not null && !Give(rehearsal, with))
        {
            return CareBotCommand.ProblemsFound;
        }

        Console.Error.WriteLine(Help);
        var shown = 0;
        rehearsal.Begin(procedure);
        while (true)
        {
            shown = Show(rehearsal, shown);
            if (rehearsal.IsOver || Console.In.ReadLine() is not { } typed || typed.Trim() == ":quit")
            {
                return CareBotCommand.Done;
            }

            try
            {
                Take(rehearsal, typed.Trim());
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
            {
                Console.Error.WriteLine($"carebot: {wrong.Message}");
            }
        }
    }

    private static bool Give(Rehearsal rehearsal, FileInfo with)
    {
        try
        {
            var problems = rehearsal.GiveFrom(with.FullName);
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem);
            }

            return problems.Count == 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongUsageException(failure.Message.TrimEnd('.'));
        }
    }

    private static void Take(Rehearsal rehearsal, string typed)
    {
        if (typed.StartsWith(":answer ", StringComparison.Ordinal))
        {
            var parts = typed[":answer ".Length..].Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            rehearsal.Answer(
                parts.Length == 2 ? parts[0] : throw new FormatException("write the action and what it answers: :answer orders.get {\"total\": 59.90}"), parts[1]);
        }
        else if (typed is [':', .. var line])
        {
            rehearsal.Do(line);
        }
        else
        {
            rehearsal.Say(typed);
        }
    }

    /// <summary>Prints what is new.</summary>
    /// <returns>How much has been shown by now.</returns>
    private static int Show(Rehearsal rehearsal, int shown)
    {
        foreach (var line in rehearsal.Transcript.Skip(shown))
        {
            Console.Out.WriteLine(line);
        }

        foreach (var call in rehearsal.Unanswered)
        {
            Console.Out.WriteLine($"? {call.Action} waits for :answer {call.Action} …");
        }

        return rehearsal.Transcript.Count;
    }
}
