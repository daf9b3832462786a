using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Tests.Linting;
using CareBot.Procedures;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>Procedures that are out of use: none begins any more, and from their day on what is open goes on with people.</summary>
public sealed class RetiredProceduresTests : IDisposable
{
    private const string Steps = "  - { id: end, end: resolved }\n";

    private static readonly ProcedureId Id = new("a");

    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly LibraryFolderOnDisk folder = new();
    private readonly LibraryFolderOnDisk kept = new();

    public void Dispose()
    {
        folder.Dispose();
        kept.Dispose();
    }

    [Fact]
    public void Version_that_was_published_is_retired_without_another_number_and_its_runs_keep_what_they_began_with()
    {
        Write("");
        var live = Open();
        var began = live.Current.Book.Find(Id)!;

        Write("status: retired\nstops_on: 2027-03-31\n");
        var problems = live.Refresh();

        Assert.DoesNotContain(problems, problem => problem.Severity == Severity.Error);
        Assert.Null(live.Current.Book.Find(Id));
        Assert.Equal(began.Hash, live.Current.Book.Find(Id, 1)!.Hash);
        Assert.Equal(new DateOnly(2027, 3, 31), live.Current.Book.Stops[Id]);
    }

    [Fact]
    public void Procedure_that_was_retired_before_the_service_started_does_not_begin_again()
    {
        Write("");
        _ = Open();
        Write("status: retired\nstops_on: 2027-03-31\n");

        var book = Open().Current.Book;

        Assert.Null(book.Find(Id));
        Assert.NotNull(book.Find(Id, 1));
        Assert.Equal(new DateOnly(2027, 3, 31), book.Stops[Id]);
    }

    [Fact]
    public void Day_can_be_moved_and_taken_back()
    {
        Write("status: retired\nstops_on: 2027-03-31\n");
        var live = Open();

        Write("status: retired\nstops_on: 2027-04-30\n");
        live.Refresh();
        Assert.Equal(new DateOnly(2027, 4, 30), live.Current.Book.Stops[Id]);

        Write("status: retired\n");
        live.Refresh();
        Assert.Empty(live.Current.Book.Stops);
    }

    [Fact]
    public void Day_with_a_mistake_in_it_leaves_the_last_good_one()
    {
        Write("status: retired\nstops_on: 2027-03-31\n");
        var live = Open();

        Write("status: retired\nstops_on: 31 March 2027\n");
        live.Refresh();

        Assert.Equal(new DateOnly(2027, 3, 31), live.Current.Book.Stops[Id]);
    }

    [Fact]
    public void Scenarios_of_a_procedure_that_is_out_of_use_play_on_whatever_the_day()
    {
        Write("status: retired\nstops_on: 2026-01-01\n");

        var library = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null).WithDrafts();

        Assert.NotNull(library.Book.Find(Id));
        Assert.Empty(library.Book.Stops);
    }

    private LiveProcedures Open() => LiveProcedures.Open(folder.Path, kept.Path, () => Today);

    private void Write(string fields)
    {
        folder.Write("care-model.yaml", ProcedureRuleExamples.Model);
        folder.Write("procedures/a.yaml", ProcedureRuleExamples.File(Steps).Replace("version: 1\n", $"version: 1\n{fields}", StringComparison.Ordinal));
    }
}
