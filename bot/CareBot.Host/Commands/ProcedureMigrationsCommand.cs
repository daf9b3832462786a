using System.CommandLine;
using System.Text.Json;
using CareBot.Host.Storage.Single;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure migrations</c>: what the plans from one version to a later one do, before they do it. The service may run meanwhile.</summary>
internal static class ProcedureMigrationsCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "migrations",
            """
            List the plans by which runs go on in later versions, and which of the open runs each moves; nothing is moved by it. Exit code
            1 when a run cannot be moved as it stands.

            Examples:
              carebot procedure migrations
              carebot procedure migrations --json --data /var/lib/carebot
            """)
        {
            json,
        };
        command.SetAction(parsed =>
        {
            var settings = read(parsed);
            var plans = Plans(settings);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(plans, CommandJson.Readable.PlannedMigrations));
            }
            else
            {
                Write(plans);
            }

            return plans.Plans.All(plan => plan.Runs.All(run => run.Stays is null)) ? CareBotCommand.Done : CareBotCommand.ProblemsFound;
        });
        return command;
    }

    private static PlannedMigrations Plans(CallSettings settings)
    {
        var edition = LiveProcedures.Preview(settings.Library, settings.Data.Procedures, settings.Today);
        using var database = File.Exists(settings.Data.Record) ? new Database(settings.Data) : null;
        return new([.. edition.Library.Migrations.Select(plan => new PlannedMigration(
            plan.Procedure.Value, plan.From, plan.To, plan.ApprovedBy, plan.IsApproved,
            database is null ? [] : [.. Runs(database, edition.Book, plan)]))]);
    }

    private static IEnumerable<PlannedRun> Runs(Database database, ProcedureBook book, Migration plan) =>
        from id in new RunWaits(database).In(plan.Procedure, plan.From)
        let conversation = new ConversationStore(database, new()).Find(id)?.Conversation
        where conversation is not null
        from run in conversation.Runs
        where run.Here.Procedure == plan.Procedure && run.Here.Version == plan.From
        let context = new RunContext { Book = book, Language = conversation.Language, Channel = conversation.Channel, Now = TimeProvider.System.GetUtcNow() }
        let hindrance = ProcedureEngine.Hindrance(run, plan, context)
        select new PlannedRun(run.Id.Value, run.Here.At, hindrance is null ? plan.StepFor(run.Here.At) : null, Text(hindrance));

    private static string? Text(MigrationHindrance? hindrance) => hindrance switch
    {
        null => null,
        MigrationHindrance.NotNow => "it waits for another system, an approval or a person, and is moved afterwards",
        MigrationHindrance.NoSuchStep => "the later version has no such step that waits for the same: name one under `steps`",
        MigrationHindrance.NoSuchValue => "a formula under `values` cannot be reckoned from what it knows",
        _ => "one of the versions is not there",
    };

    private static void Write(PlannedMigrations plans)
    {
        foreach (var plan in plans.Plans)
        {
            Console.Out.WriteLine(plan.InForce
                ? $"{plan.Procedure} {plan.From} → {plan.To}, agreed to by {string.Join(", ", plan.ApprovedBy)}"
                : $"{plan.Procedure} {plan.From} → {plan.To}, not in force: agreed to by {(plan.ApprovedBy.Count == 0 ? "nobody" : string.Join(", ", plan.ApprovedBy))}");
            foreach (var run in plan.Runs)
            {
                Console.Out.WriteLine(run.Stays is null ? $"  {run.Run}\t{run.At} → {run.GoesOnAt}" : $"  {run.Run}\t{run.At}\tstays: {run.Stays}");
            }
        }

        var runs = plans.Plans.SelectMany(plan => plan.Runs).ToList();
        Console.Error.WriteLine(
            $"{CheckReport.Count(plans.Plans.Count, "plan")}, {CheckReport.Count(runs.Count, "open run")}, {runs.Count(run => run.Stays is not null)} of them to stay as they are");
    }
}

/// <summary>What <c>procedure migrations --json</c> prints.</summary>
internal sealed record PlannedMigrations(IReadOnlyList<PlannedMigration> Plans);

/// <summary>A plan, and the open runs that it concerns.</summary>
/// <param name="Procedure">Which procedure.</param>
/// <param name="From">The version that runs leave.</param>
/// <param name="To">The version that they go on in.</param>
/// <param name="ApprovedBy">Who has agreed.</param>
/// <param name="InForce">Whether enough have agreed.</param>
/// <param name="Runs">The open runs in the version that they leave.</param>
internal sealed record PlannedMigration(
    string Procedure, int From, int To, IReadOnlyList<string> ApprovedBy, bool InForce, IReadOnlyList<PlannedRun> Runs);

/// <summary>An open run under a plan.</summary>
/// <param name="Run">Which.</param>
/// <param name="At">The step where it waits.</param>
/// <param name="GoesOnAt">The step of the later version where it goes on; null when it stays.</param>
/// <param name="Stays">Why it stays; null when it is moved.</param>
internal sealed record PlannedRun(string Run, string At, string? GoesOnAt, string? Stays);
