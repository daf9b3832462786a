using System.Collections.Immutable;
using System.Text;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Tests.Linting;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>What editors are told of the way from one version of a procedure to the next.</summary>
public class MigrationPlansTests
{
    private const string Ask = "  - { id: ask, ask: order, timeout: { after: 24h!, then: \"@draft\" } }\n";

    private const string Mail = "  - { id: mail, ask: mail, timeout: { after: 24h!, then: \"@draft\" } }\n";

    private const string Show = "  - { id: show, say: { it: \"{mail}\", en: \"{mail}\" } }\n";

    private const string End = "  - { id: end, end: resolved }\n";

    [Fact]
    public void Plan_that_is_in_order_serves_with_its_procedure()
    {
        var library = Read(Ask + End, Ask + End, "steps: {}");

        Assert.Empty(Of(library));
        Assert.Equal((1, 2), Assert.Single(library.Migrations.Select(plan => (plan.From, plan.To))));
        Assert.NotNull(library.Book.Migration(new("a"), 1));
    }

    [Fact]
    public void Plan_says_what_a_run_would_lack_in_the_later_version()
    {
        var library = Read(Ask + End, Mail + Ask + Show + End, "steps: {}");

        var problem = Assert.Single(Of(library));
        Assert.Equal("procedures/a/migrations/1-to-2.yaml", problem.Path);
        Assert.Equal("`ask` goes on with `mail`, which a run that waits in `ask` need not know; say under `values` what it is.", problem.Message);
        Assert.Empty(library.Migrations);
        Assert.NotNull(library.Book.Find(new("a")));
    }

    [Fact]
    public void Plan_that_says_it_is_in_order()
    {
        var library = Read(Ask + End, Mail + Ask + Show + End, "values: { mail: \"'none@example.it'\" }");

        Assert.Empty(Of(library));
    }

    [Fact]
    public void Two_plans_from_one_version_are_one_too_many()
    {
        var library = Read(Ask + End, Ask + End, "steps: {}", again: true);

        Assert.Equal("procedures/a/migrations/again.yaml", Assert.Single(Of(library)).Path);
    }

    [Theory]
    [InlineData("from: two\nto: 2\n", "`from` must be a whole number from 1.")]
    [InlineData("from: 2\nto: 2\n", "`to` must be a later version than `from`.")]
    [InlineData("from: 1\nto: 2\nfrm: 1\n", "there is no field `frm` here; did you mean `from`?")]
    [InlineData("from: 1\nto: 2\nreview: { begun_before: soon, queue: care }\n", "`begun_before` must be a day written like 2026-12-24.")]
    [InlineData("from: 1\nto: 2\nreview: { begun_before: 2026-12-01, queue: car }\n", "`care-model.yaml` has no queue `car`; did you mean `care`?")]
    public void What_cannot_be_read_is_named(string plan, string message)
    {
        using var folder = new LibraryFolderOnDisk();
        Write(folder, Ask + End);
        folder.Write("procedures/a/migrations/1-to-2.yaml", plan + "why: { it: Cambia, en: It changes }\napproved_by: [Anna, Luca]\n");

        Assert.Contains(message, ProcedureLibrary.Read(folder.Path, null, new(2026, 11, 24), null).Problems.Select(problem => problem.Message));
    }

    /// <summary>What is said of the plans: the small procedures have slots that nothing uses.</summary>
    private static IEnumerable<Problem> Of(ProcedureLibrary library) => library.Problems.Where(problem => problem.Path.Contains("/migrations/", StringComparison.Ordinal));

    private static ProcedureLibrary Read(string earlier, string later, string plan, bool again = false)
    {
        using var folder = new LibraryFolderOnDisk();
        Write(folder, later);
        var text = $"from: 1\nto: 2\nwhy: {{ it: Cambia, en: It changes }}\n{plan}\napproved_by: [Anna, Luca]\n";
        folder.Write("procedures/a/migrations/1-to-2.yaml", text);
        if (again)
        {
            folder.Write("procedures/a/migrations/again.yaml", text);
        }

        var source = new ProcedureSource(
            "a", ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal).Add("a.yaml", Encoding.UTF8.GetBytes(ProcedureRuleExamples.File(earlier))));
        return ProcedureLibrary.Read(
            folder.Path, null, new(2026, 11, 24), PublishedVersions.None with { Source = (_, version) => version == 1 ? source : null });
    }

    private static void Write(LibraryFolderOnDisk folder, string steps)
    {
        folder.Write("care-model.yaml", ProcedureRuleExamples.Model);
        folder.Write("procedures/a.yaml", ProcedureRuleExamples.File(steps).Replace("version: 1", "version: 2", StringComparison.Ordinal));
    }
}
