using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>Where steps side by side lead.</summary>
public class SideBySideTests
{
    private const string File =
        """
        procedure: a
        title: { it: Prova, en: Test }
        version: 1
        steps:
          - id: both
            parallel:
              all:
                - { id: ok, approve: { it: Va bene?, en: All right? }, role: team_lead, due: 4h, on: { "yes": done, "no": refused } }
                - { id: check, task: { it: Controlli., en: Check. }, queue: care, on: { rejected: refused } }
          - { id: done, end: resolved }
          - { id: refused, end: unresolved }
        """;

    [Fact]
    public void No_of_one_leads_where_it_says_and_waits_for_nobody() => Assert.Equal(RunOutcome.Unresolved, After(("ok", false)).Outcome);

    [Fact]
    public void What_one_cannot_do_leads_where_it_says() => Assert.Equal(RunOutcome.Unresolved, After(("ok", true), ("check", false)).Outcome);

    [Fact]
    public void Yes_of_one_waits_for_the_other()
    {
        Assert.Null(After(("ok", true)).Outcome);
        Assert.Equal(RunOutcome.Resolved, After(("ok", true), ("check", true)).Outcome);
    }

    private static Run After(params (string Step, bool Done)[] works)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("care-model.yaml", System.IO.File.ReadAllText(Path.Combine(Repository.Content, "care-model.yaml")));
        folder.Write("procedures/a.yaml", File);
        var library = ProcedureLibrary.Read(folder.Path, last: null, new(2026, 11, 24), published: null);
        Assert.Empty(library.Problems);
        var context = new RunContext { Book = library.Book, Language = Language.English, Channel = "web", Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero) };
        var run = ProcedureEngine.Start(new("r"), library.Book.Find(new("a"))!, new Dictionary<string, Value>(), FilledBy.Words, context).Run;
        foreach (var (step, done) in works)
        {
            var task = ((Waiting.Sides)run.Waiting!).Each.Single(side => side.Step == step).For switch
            {
                Waiting.Consent consent => consent.Id,
                Waiting.Work work => work.Id,
                _ => "",
            };
            run = ProcedureEngine.Worked(run, task, "Ada", done, new Dictionary<string, Value>(), context).Run;
        }

        return run;
    }
}
