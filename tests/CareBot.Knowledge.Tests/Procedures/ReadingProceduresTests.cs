using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Tests.Linting;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>What stands in the files of procedures is read, or refused at its place with how to mend it.</summary>
public class ReadingProceduresTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Procedure_with_everything_in_it_is_in_order()
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);

        var library = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);

        Assert.Empty(library.Problems);
        Assert.Equal(["a", "b"], library.Book.Current.Select(procedure => procedure.Id.Value));
    }

    [Theory]
    [InlineData("version: 2", "version: two", "procedures/a.yaml:4:10: error CB403: `version` must be a whole number from 1.")]
    [InlineData("status: published", "status: done", "procedures/a.yaml:5:9: error CB403: `status` must be draft, review, published, retired.")]
    [InlineData("status: published", "status: retired\nstops_on: next spring", "procedures/a.yaml:6:11: error CB403: `stops_on` must be a day written like 2026-12-24.")]
    [InlineData("status: published", "status: retired\nstops_on: 2027-02-29", "procedures/a.yaml:6:11: error CB403: `stops_on` must be a day written like 2026-12-24.")]
    [InlineData("status: published", "stops_on: 2027-03-31", "procedures/a.yaml:5:11: error CB543: `stops_on` is the last day of a procedure that is out of use; write `status: retired` with it, or remove it.")]
    [InlineData("topic: returns", "topik: returns", "procedures/a.yaml:6:1: error CB402: there is no field `topik` here; did you mean `topic`?")]
    [InlineData("title: { it: Reso di prova, en: A trial return }", "title: Reso", "procedures/a.yaml:2:8: error CB403: `title` must be fields out of it, en.")]
    [InlineData("type: order_ref, pattern: \"[A-Z][0-9]{4}\"", "type: order_ref", "procedures/a.yaml:12:10: error CB403: `pattern` must be text in one line")]
    [InlineData("\"[A-Z][0-9]{4}\"", "\"[A-Z\"", "procedures/a.yaml:12:38: error CB403: `pattern` must be the form of a code")]
    [InlineData("type: integer, min: 1", "type: integer, min: one", "procedures/a.yaml:20:32: error CB403: `min` must be a whole number.")]
    [InlineData("type: integer, min: 1", "type: integer, told_at_once: true, min: 1", "procedures/a.yaml:20:41: error CB403: `told_at_once` must be left out here")]
    [InlineData("type: integer", "type: number", "procedures/a.yaml:20:18: error CB403: `type` must be text, integer, money")]
    [InlineData("defect: { it: difetto, en: defect }", "defect: { it: difetto }", "procedures/a.yaml:17:66: error CB506: `defect` lacks `en`; write it in both languages.")]
    [InlineData("valid: count < 9", "valid: count <", "procedures/a.yaml:20:124: error CB503: `count <` cannot be read: The formula ends where a value is wanted.")]
    [InlineData("ask: order\n", "ask: order\n    say: hello\n", "procedures/a.yaml:28:5: error CB403: each step must be of one kind: say, ask")]
    [InlineData("timeout: { after: 24h!, then: \"@draft\" }", "timeout: { after: 24 hours, then: \"@draft\" }", "procedures/a.yaml:30:23: error CB403: `after` must be 30m or 8h")]
    [InlineData("timeout: { after: 24h!, then: \"@draft\" }", "timeout: { then: \"@draft\" }", "procedures/a.yaml:30:14: error CB403: `after` must be given: how long, such as 24h!.")]
    [InlineData("{ else: hand } ] }", "{ then: hand } ] }", "procedures/a.yaml:37:72: error CB403: each branch must be `when` with `then`, or `else`.")]
    [InlineData("due: 4h } }", "} }", "procedures/a.yaml:42:142: error CB403: `due` must be given")]
    [InlineData("change: open", "change: opened", "procedures/a.yaml:41:39: error CB403: `change` must be open, update, close.")]
    [InlineData("within: 14cd, ", "", "procedures/a.yaml:43:51: error CB403: `within` must be given")]
    [InlineData("- { id: pause, wait: 10m! }", "- { id: pause, say: { it: Ciao, en: Hello } }", "procedures/a.yaml:49:1: error CB403: a step side by side with others must be")]
    [InlineData("on: { \"yes\": wait, \"no\": undo }", "on: { \"yes\": wait }", "procedures/a.yaml:50:5: error CB403: `on` must be given, with `yes` and `no`")]
    [InlineData("end: resolved, survey", "end: finished, survey", "procedures/a.yaml:52:21: error CB403: `end` must be resolved, unresolved, cancelled, transferred.")]
    [InlineData("fills: [price]", "fills: price", "procedures/a.yaml:48:91: error CB403: `fills` must be a list, each value after `- `.")]
    [InlineData("steps:\n", "steps: &all\n", "procedures/a.yaml:27:8: error CB401: the file is not valid YAML: anchors, aliases and tags are not used here")]
    [InlineData("catch: { broken: hand }", "catch: [broken]", "procedures/a.yaml:26:8: error CB403: `catch` must be names, each with what it stands for.")]
    [InlineData("say: bye", "say: { it: \"Ciao {order\", en: Bye }", "procedures/a.yaml:43:21: error CB503: `{order` cannot be read: The place that begins here has no }")]
    public void Mistake_in_a_procedure_is_named_at_its_place(string right, string wrong, string expected)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        Assert.Contains(right, WholeProcedure.File, StringComparison.Ordinal);
        folder.Write("procedures/a.yaml", WholeProcedure.File.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(Problems(folder), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| # | why | → way |\n|---|---|---|\n| 1 | size |\n", "3:1: error CB504: the table cannot be read: the row has 2 cells and the heading 3.")]
    [InlineData("| # | why | way |\n|---|---|---|\n| 1 | size | yes |\n", "1:1: error CB504: the table cannot be read: the heading must be")]
    [InlineData("Text.\n\n| # | why | → way |\n|---|---|---|\n| 1 | <= x | yes |\n", "5:1: error CB504: the table cannot be read: \"x\" is no number")]
    [InlineData("| # | why == | → way |\n|---|---|---|\n| 1 | - | yes |\n", "1:1: error CB503: `why ==` cannot be read")]
    [InlineData("<!-- hit: all -->\n| # | why | → way |\n|---|---|---|\n| 1 | - | yes |\n", "2:1: error CB504: the table cannot be read: `hit` must be unique, first or collect.")]
    [InlineData("| # | why | → way |\n|---|---|---|\n| 1 | size | yes |\n| 1 | - | no |\n", "4:1: error CB504: the table cannot be read: the row `1` is there already; give each its own name.")]
    public void Mistake_in_a_table_is_named_at_its_place(string table, string expected)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        folder.Write("procedures/a/tables/way.md", table);

        Assert.Contains(Problems(folder), problem => problem.StartsWith($"procedures/a/tables/way.md:{expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zone: Europe/Rome", "zone: Europe/Padua", "care-model.yaml:1:19: error CB403: `zone` must be a time zone such as Europe/Rome.")]
    [InlineData("09:00-18:00", "9-18", "care-model.yaml:1:46: error CB403: hours must be written like \"09:00-18:00\"")]
    [InlineData("mon:", "monday:", "care-model.yaml:1:40: error CB402: there is no field `monday` here; did you mean `mon`?")]
    [InlineData("zone: Europe/Rome", "zone: Europe/Rome, closures: [13 June]", "care-model.yaml:1:43: error CB403: a closure must be a day such as 06-13")]
    [InlineData("mon: [\"09:00-18:00\"]", "mon: []", "care-model.yaml:1:11: error CB403: `calendar` must be open at some hour")]
    [InlineData("en: Care", "de: Pflege", "care-model.yaml:2:35: error CB402: there is no field `de` here")]
    [InlineData("resolution: 3bd", "resolution: 3 days", "care-model.yaml:4:33: error CB403: `resolution` must be 30m or 8h")]
    public void Mistake_in_the_care_model_is_named_at_its_place(string right, string wrong, string expected)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        Assert.Contains(right, ProcedureRuleExamples.Model, StringComparison.Ordinal);
        folder.Write("care-model.yaml", ProcedureRuleExamples.Model.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(Problems(folder), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("members: { lead: [] }", true)]
    [InlineData("members: { lead: [Marta] }", false)]
    [InlineData("members: { lead: [Marta, luca bianchi] }", true)]
    public void Role_is_for_those_who_are_named_and_for_everybody_where_nobody_is(string members, bool mayDecide)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        folder.Write("care-model.yaml", $"{ProcedureRuleExamples.Model}\n{members}\n");

        var library = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);

        Assert.Empty(library.Problems);
        Assert.Equal(mayDecide, library.Book.MayDecide("lead", "Luca Bianchi"));
    }

    [Theory]
    [InlineData("base_url: https://orders.example", "base_url: orders.example", "connectors.yaml:2:13: error CB403: `base_url` must be an address that begins with https://")]
    [InlineData("actions:", "timeout: 90\n  actions:", "connectors.yaml:3:12: error CB403: `timeout` must be a whole number up to 60.")]
    [InlineData("method: POST, path: cancel", "method: SEND, path: cancel", "connectors.yaml:5:23: error CB403: `method` must be GET, POST, PUT, PATCH, DELETE.")]
    [InlineData("orders:", "carebot:", "connectors.yaml:1:1: error CB403: `carebot` must be called otherwise")]
    [InlineData("404: not_found", "200: not_found", "connectors.yaml:4:43: error CB403: an error must be an HTTP status from 400")]
    [InlineData("{ method: POST, path: restore }", "{ method: POST }", "connectors.yaml:6:5: error CB403: `path` must be text in one line")]
    public void Mistake_in_the_connectors_is_named_at_its_place(string right, string wrong, string expected)
    {
        using var folder = new LibraryFolderOnDisk();
        WholeProcedure.Write(folder);
        Assert.Contains(right, ProcedureRuleExamples.Connectors, StringComparison.Ordinal);
        folder.Write("connectors.yaml", ProcedureRuleExamples.Connectors.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(Problems(folder), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    private static List<string> Problems(LibraryFolderOnDisk folder) =>
        [.. ProcedureLibrary.Read(folder.Path, last: null, Today, published: null).Problems.Select(problem => problem.ToString())];
}
