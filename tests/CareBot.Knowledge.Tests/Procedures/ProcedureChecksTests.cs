using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Tests.Linting;
using CareBot.Procedures;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>What is found in procedures before they are used, and where.</summary>
public class ProcedureChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(
        """
        - id: ask
          ask: order
          timeout: { after: 24h!, then: nowhere }
        """,
        "a.yaml:12:33: error CB511: there is no step `nowhere`; name one of the file")]
    [InlineData("- { id: ask, ask: order, timeout: { after: 24h!, then: ned } }", "a.yaml:10:56: error CB511: there is no step `ned`; did you mean `end`?")]
    [InlineData(
        """
        - id: sides
          parallel:
            all:
              - { id: left, lookup: orders.get, with: { id: "'A1'" } }
              - { id: right, lookup: orders.get, with: { id: "'A2'" }, on_error: { not_found: left } }
        """,
        "a.yaml:14:87: error CB511: `left` is side by side with others and cannot be led to alone; lead to `sides`.")]
    [InlineData("- { id: show, say: { it: \"{ordre}\", en: x } }", "a.yaml:10:26: error CB518: there is no slot or result `ordre`; did you mean `order`?")]
    [InlineData("- { id: show, say: { it: \"{order}\", en: x } }", "a.yaml:10:26: error CB519: on some way to `show` nothing has filled `order` yet")]
    [InlineData("- { id: show, say: { it: \"{slots.ordine}\", en: x } }", "a.yaml:10:26: error CB518: there is no slot or result `ordine`; did you mean `order`?")]
    [InlineData("- { id: hand, handoff: care, why: { it: \"{ordre}\", en: x } }", "a.yaml:10:41: error CB518: there is no slot or result `ordre`; did you mean `order`?")]
    [InlineData("- { id: hand, handoff: care, why: { it: Serve } }", "a.yaml:10:35: error CB506: `why` lacks `en`; write it in both languages.")]
    [InlineData("- { id: hand, handoff: care, reason: other }", "a.yaml:10:24: warning CB544: who goes on from `hand` does not read why; write it under `why`, in both languages.")]
    [InlineData("- { id: do, call_api: orders.cancel, key: x, approval: { role: lead, due: 4h } }", "a.yaml:10:46: warning CB545: who approves `do` does not read what; write it under `text`, in both languages.")]
    [InlineData("- { id: do, call_api: orders.cancel, key: x, approval: { role: lead, due: 4h, text: { it: \"{ordre}?\", en: x } } }", "a.yaml:10:91: error CB518: there is no slot or result `ordre`; did you mean `order`?")]
    [InlineData("- { id: hand, handoff: car }", "a.yaml:10:24: error CB528: `care-model.yaml` has no queue `car`; did you mean `care`?")]
    [InlineData("- { id: case, case: return, sla: gold }", "a.yaml:10:34: error CB528: `care-model.yaml` has no sla `gold`; declare it there")]
    [InlineData("- { id: case, case: return, tags: [fragil] }", "a.yaml:10:36: error CB528: `care-model.yaml` has no tag `fragil`; did you mean `fragile`?")]
    [InlineData("- { id: work, task: { it: Controlli., en: Check. }, queue: care, skill: repairs }", "a.yaml:10:73: error CB528: `care-model.yaml` has no skill `repairs`; did you mean `repair`?")]
    [InlineData("- { id: work, task: { it: Controlli., en: Check. }, queue: care, due: windo }", "a.yaml:10:71: error CB518: there is no slot or result `windo`")]
    [InlineData("- { id: work, task: { it: Controlli., en: Check. }, queue: care, due: 4 hours }", "a.yaml:10:71: error CB403: `due` must be")]
    [InlineData("- { id: ok, approve: { it: Va bene?, en: All right? }, role: boss, due: 4h, on: { yes: end, no: end } }", "a.yaml:10:62: error CB528: `care-model.yaml` has no role `boss`")]
    [InlineData("- { id: do, call_api: orders.cancel, key: x, undone_by: orders.get }", "a.yaml:10:57: error CB526: `orders.get` only asks and can undo nothing")]
    [InlineData("- { id: do, call_api: orders.cancel, key: x, undone_by: orders.undo }", "a.yaml:10:57: error CB525: `connectors.yaml` has no action `orders.undo`")]
    [InlineData("- { id: find, lookup: orders.get, with: { id: \"'A1'\" }, on_error: { gone: end } }", "a.yaml:10:75: error CB534: `gone` is not an error of `orders.get`; there are not_found, unavailable, else.")]
    [InlineData("- { id: late, wait: goods.received, on: { goods.lost: end }, timeout: { after: 14cd, then: end } }", "a.yaml:10:55: error CB534: `goods.lost` is not an event that is waited for; there are goods.received.")]
    [InlineData("- { id: late, wait: goods.received, timeout: { after: 14cd, then: \"@draft\" } }", "a.yaml:10:67: error CB533: `@draft` cannot work here: only a question that is not answered can be put by")]
    [InlineData("- { id: way, choose: [ { when: \"channel == 'web'\", then: \"@ask_again\" }, { else: end } ] }", "a.yaml:10:58: error CB533: `@ask_again` cannot work here")]
    [InlineData("- { id: sure, ask: sure, timeout: { after: 24h!, then: end }, max_tries: \"@draft\" }", "a.yaml:10:74: error CB533: `@draft` cannot work here")]
    [InlineData("- { id: stop, end: cancelled, next: end }", "a.yaml:10:37: error CB533: `stop` never comes to its `next`")]
    [InlineData("- { id: ask, ask: order, on: { A1234: end }, timeout: { after: 24h!, then: end } }", "a.yaml:10:39: error CB534: `order` may be anything, so `A1234` leads nowhere; use `choose` after the question.")]
    [InlineData("- { id: name, set: { order-id: 1 } }", "a.yaml:10:32: error CB522: no formula can read the name `order-id`")]
    [InlineData("- { id: mail, ask: mail, timeout: { after: 24h!, then: end } }\n- { id: name, set: { who: mail } }\n- { id: hand, handoff: care, reason: \"{who}\" }", "a.yaml:12:38: error CB535: `who` says something of a person")]
    public void Mistake_is_named_at_its_place_with_how_to_mend_it(string steps, string expected)
    {
        using var folder = new LibraryFolderOnDisk();

        var problems = Problems(folder, steps);

        Assert.Contains(problems, problem => problem.StartsWith($"procedures/{expected}", StringComparison.Ordinal));
    }

    [Theory]
    // Who reads what on which way.
    [InlineData("- { id: way, choose: [ { when: \"given(order) and order == 'A1'\", then: end }, { else: end } ] }")]
    [InlineData("- { id: way, choose: [ { when: not given(order), then: end }, { else: show } ] }\n- { id: show, say: { it: \"{order}\", en: \"{order}\" } }")]
    [InlineData("- { id: way, choose: [ { when: \"order == 'A1'\", then: show }, { else: end } ] }\n- { id: show, say: { it: \"{order}\", en: \"{order}\" } }", "CB519")]
    [InlineData("- { id: sure, ask: sure, refused: end, timeout: { after: 24h!, then: end } }\n- { id: show, say: { it: \"{sure}\", en: \"{sure}\" } }")]
    [InlineData("- { id: sure, ask: sure, timeout: { after: 24h!, then: show } }\n- { id: show, say: { it: \"{sure}\", en: \"{sure}\" } }", "CB519")]
    [InlineData("- { id: sure, ask: sure, timeout: { after: 24h!, then: end } }\n- { id: show, say: { it: \"{sure}\", en: \"{sure}\" } }", "CB520")]
    [InlineData("- { id: find, lookup: orders.get, with: { id: \"'A1'\" }, into: found, on_error: { else: show } }\n- { id: show, say: { it: \"{found.total}\", en: x } }", "CB519")]
    [InlineData("- { id: find, lookup: orders.get, with: { id: \"'A1'\" }, into: found, on_error: { else: end } }\n- { id: show, say: { it: \"{found.total}\", en: x } }")]
    [InlineData("- { id: late, wait: goods.received, timeout: { after: 14cd, then: show } }\n- { id: show, say: { it: \"{happened.event}\", en: x } }", "CB519")]
    [InlineData("- id: both\n  parallel:\n    all:\n      - { id: one, lookup: orders.get, with: { id: \"'A1'\" }, into: first }\n      - { id: two, lookup: orders.get, with: { id: \"'A2'\" }, into: second }\n- { id: show, say: { it: \"{first.total} {second.total}\", en: x } }")]
    [InlineData("- id: race\n  parallel:\n    any:\n      - { id: one, lookup: orders.get, with: { id: \"'A1'\" }, into: first }\n      - { id: two, lookup: orders.get, with: { id: \"'A2'\" }, into: second }\n- { id: show, say: { it: \"{first.total}\", en: x } }", "CB519")]
    [InlineData("- { id: ask, ask: order, timeout: { after: 24h!, then: \"@draft\" } }\n- { id: find, lookup: orders.get, with: { id: order }, into: found, on_error: { not_found: \"@ask_again\" } }\n- { id: show, say: { it: \"{order} {found.total}\", en: x } }")]
    [InlineData("- { id: name, set: { one: 1, two: one + 1 } }\n- { id: show, say: { it: \"{two}\", en: x } }")]
    public void Value_that_may_be_missing_is_found_on_the_way_that_leaves_it_out(string steps, string? code = null)
    {
        using var folder = new LibraryFolderOnDisk();

        var found = Problems(folder, steps).Where(problem => problem.Contains("CB519", StringComparison.Ordinal) || problem.Contains("CB520", StringComparison.Ordinal)).ToList();

        Assert.Equal(code is null, found.Count == 0);
        Assert.All(found, problem => Assert.Contains(code!, problem, StringComparison.Ordinal));
    }

    [Fact]
    public void What_every_caller_hands_over_is_there_from_the_first_step()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("procedures/b.yaml", Called("procedure"));

        Assert.Empty(Problems(folder, "- { id: go, call: b, with: { code: \"'x'\" }, into: back }\n- { id: show, say: { it: \"{back.code} {back.outcome}\", en: x } }"));
        Assert.Contains(Problems(folder, "- { id: go, call: b }"), problem => problem.StartsWith("procedures/a.yaml:10:19: error CB523: `b` reads `code`, which nothing in it fills", StringComparison.Ordinal));
        Assert.Contains(
            Problems(folder, "- { id: go, call: b, with: { code: \"'x'\" }, into: back }\n- { id: show, say: { it: \"{back.kode}\", en: x } }"),
            problem => problem.Contains("CB521: `back` has no field `kode`; did you mean `code`?", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_a_template_is_named_where_it_shows_what_is_missing()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("procedures/a/templates/bye.it.md", "Ciao,\n\nil suo ordine {order}.\n");
        folder.Write("procedures/a/templates/bye.en.md", "Bye.\n");

        Assert.Contains(Problems(folder, "- { id: say, say: bye }"), problem => problem.StartsWith("procedures/a/templates/bye.it.md:3:15: error CB519", StringComparison.Ordinal));
    }

    [Fact]
    public void Procedure_with_an_error_stays_as_it_was_and_one_with_none_before_is_not_used()
    {
        using var folder = new LibraryFolderOnDisk();
        Write(folder, "- { id: say, say: { it: Ciao, en: Hello } }");
        var good = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);
        Write(folder, "- { id: say, say: { it: Ciao, en: Hello }, next: gone }");

        var again = ProcedureLibrary.Read(folder.Path, good, Today, published: null);
        var first = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);

        Assert.Equal(good.Book.Find(new("a"))!.Hash, again.Book.Find(new("a"))!.Hash);
        Assert.Contains(again.Problems, problem => problem.Code == "CB511");
        Assert.Null(first.Book.Find(new ProcedureId("a")));
    }

    [Fact]
    public void Who_calls_a_procedure_that_is_not_in_order_is_not_in_order_either()
    {
        using var folder = new LibraryFolderOnDisk();
        Write(folder, "- { id: go, call: b, with: { code: \"'x'\" } }");
        folder.Write("procedures/b.yaml", Called("procedure").Replace("end: resolved", "end: resolved, next: gone", StringComparison.Ordinal));

        var library = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null);

        Assert.Empty(library.Book.Current);
        Assert.Contains(library.Problems, problem => problem is { Path: "procedures/a.yaml", Code: "CB523" });
    }

    [Fact]
    public void Published_procedure_calls_no_draft()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("procedures/b.yaml", Called("procedure").Replace("version: 1", "version: 1\nstatus: draft", StringComparison.Ordinal));

        Assert.Contains(Problems(folder, "- { id: go, call: b, with: { code: \"'x'\" } }"), problem => problem.Contains("CB523: `b` is not published", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_states_the_law_that_it_stated_when_it_was_published()
    {
        using var folder = new LibraryFolderOnDisk();
        Write(folder, "- { id: say, say: { it: \"[law: old]\", en: \"[law: old]\" } }");
        folder.Write("law-rules.yaml", Law("valid_to: 2026-12-31"));
        var kept = ProcedureLibrary.Read(folder.Path, last: null, Today, published: null).Published.Single().Source;

        var later = ProcedureLibrary.Read(folder.Path, last: null, new(2027, 1, 1), published: null);

        Assert.Contains(later.Problems, problem => problem.Code == "CB510");
        var said = Assert.IsType<Step.Say>(later.ReadKept(kept)!.Steps[0]);
        Assert.Equal("Ha {14} giorni.", Assert.IsType<TemplatePart.Words>(Assert.Single(said.Message.Italian.Parts)).Text);
    }

    private static string Law(string more) =>
        $"- id: old\n  article: art. 1\n  it: Ha {{14}} giorni.\n  en: You have 14 days.\n  valid_from: 2020-01-01\n  source: the law\n  reviewed_by: legal\n  reviewed_on: 2026-11-20\n  {more}\n";

    private static string Called(string audience) =>
        $"procedure: b\ntitle: {{ it: Altra, en: Other }}\nversion: 1\naudience: {audience}\noutputs: [code]\nslots: {{ code: {{ type: text, label: {{ it: codice, en: code }} }} }}\nsteps:\n"
        + "- { id: said, say: { it: \"{code}\", en: \"{code}\" } }\n- { id: end, end: resolved }\n";

    private static void Write(LibraryFolderOnDisk folder, string steps)
    {
        folder.Write("care-model.yaml", ProcedureRuleExamples.Model);
        folder.Write("connectors.yaml", ProcedureRuleExamples.Connectors);
        folder.Write("procedures/a.yaml", ProcedureRuleExamples.File($"{steps}\n- {{ id: end, end: resolved }}\n"));
    }

    /// <summary>Everything that is found but slots that only other examples use.</summary>
    private static List<string> Problems(LibraryFolderOnDisk folder, string steps)
    {
        Write(folder, steps);
        return [.. ProcedureLibrary.Read(folder.Path, last: null, Today, published: null).Problems.Where(problem => problem.Code != "CB529").Select(problem => problem.ToString())];
    }
}
