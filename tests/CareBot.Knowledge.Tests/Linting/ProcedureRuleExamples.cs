using System.Collections.Immutable;
using System.Text;
using CareBot.Knowledge.Procedures;

namespace CareBot.Knowledge.Tests.Linting;

/// <summary>The same for procedures: one that breaks a rule, and the nearest that does not.</summary>
internal static class ProcedureRuleExamples
{
    public const string Model =
        """
        calendar: { zone: Europe/Rome, week: { mon: ["09:00-18:00"] } }
        queues: { care: { it: Assistenza, en: Care } }
        roles: { lead: { it: Responsabile, en: Lead } }
        slas: { standard: { resolution: 3bd } }
        skills: { repair: { it: Riparazioni, en: Repairs } }
        tags: { fragile: { it: Fragile, en: Fragile } }
        """;

    public const string Connectors =
        """
        orders:
          base_url: https://orders.example
          actions:
            get: { path: "orders/{id}", errors: { 404: not_found }, answer: { total: total, state: state } }
            cancel: { method: POST, path: cancel }
            restore: { method: POST, path: restore }
        """;

    private const string Slots =
        """
        slots:
          order: { type: order_ref, pattern: "[A-Z][0-9]{4}", label: { it: "l'ordine", en: the order }, ask: { it: Quale ordine?, en: Which order? } }
          sure: { type: boolean, label: { it: la conferma, en: the confirmation }, ask: { it: Conferma?, en: Are you sure? }, may_refuse: true }
          mail: { type: email, label: { it: "l'e-mail", en: the e-mail }, ask: { it: Che e-mail ha?, en: Which e-mail? } }
          many: { type: integer, label: { it: quanti, en: how many } }

        """;

    private const string Ask = "  - { id: ask, ask: order, timeout: { after: 24h!, then: \"@draft\" } }\n";

    private const string Sure = "  - { id: sure, ask: sure, timeout: { after: 24h!, then: \"@draft\" } }\n";

    private const string Find = "  - { id: find, lookup: orders.get, with: { id: order }, into: found }\n";

    private const string End = "  - { id: end, end: resolved }\n";

    private const string Called = "procedure: b\ntitle: { it: Altra, en: Other }\nversion: 1\naudience: procedure\nslots:\n"
        + "  code: { type: text, label: { it: codice, en: code } }\nsteps:\n  - { id: said, say: { it: \"{code}\", en: \"{code}\" } }\n  - { id: end, end: resolved }\n";

    public static IReadOnlyDictionary<string, RuleExample> ByCode { get; } = new Dictionary<string, RuleExample>
    {
        ["CB501"] = Procedure(File(End).Replace("procedure: a", "procedure: c", StringComparison.Ordinal), File(End)),
        ["CB502"] = Steps("  - { id: say, say: hello }\n", "  - { id: say, say: { it: Ciao, en: Hello } }\n"),
        ["CB503"] = Steps(Choose("order =="), Choose("given(order)")),
        ["CB504"] = Table("Nothing here.\n", "| # | order | → way |\n|---|---|---|\n| 1 | - | yes |\n"),
        ["CB505"] = Steps(Say("one") + Say("one"), Say("one") + Say("two")),
        ["CB506"] = Steps("  - { id: say, say: { it: Ciao } }\n", Say("say")),
        ["CB507"] = Steps("  - { id: way, choose: [ { when: given(order), then: end } ] }\n", Choose("given(order)")),
        ["CB508"] = Steps(Ask + "  - { id: do, call_api: orders.cancel }\n", Ask + "  - { id: do, call_api: orders.cancel, key: \"{order}\" }\n"),
        ["CB509"] = Steps("  - { id: ask, ask: order }\n", Ask),
        ["CB510"] = new(
            folder => WithLaw(folder, ""),
            folder => WithLaw(folder, "  reviewed_by: legal\n  reviewed_on: 2026-11-20\n")),

        ["CB511"] = Steps(Ask.Replace("@draft", "gone", StringComparison.Ordinal), Ask.Replace("@draft", "end", StringComparison.Ordinal)),
        ["CB512"] = Steps("  - { id: say, say: { it: Ciao, en: Hello }, next: end }\n" + Say("never"), Say("say")),
        ["CB513"] = Procedure(File(Say("say")), File(Say("say") + End)),
        ["CB514"] = Procedure(File("  - { id: one, say: { it: A, en: A } }\n  - { id: two, say: { it: B, en: B }, next: one }\n" + End), File(Say("one") + End)),
        ["CB515"] = Table(Rows("| 1 | yes |", "a"), Rows("| 1 | - |", "a")),
        ["CB516"] = Table(Rows("| 1 | A1 |", "a", "| 2 | - |", "b"), Rows("| 1 | A1 |", "a", "| 2 | not(A1) |", "b")),
        ["CB517"] = Table(
            "<!-- hit: first -->\n" + Rows("| 1 | - |", "a", "| 2 | A1 |", "b"), "<!-- hit: first -->\n" + Rows("| 1 | A1 |", "a", "| 2 | - |", "b")),
        ["CB518"] = Steps(Choose("given(ordr)"), Choose("given(order)")),
        ["CB519"] = Steps(Shown("order"), Ask + Shown("order")),
        ["CB520"] = Steps(Sure + Shown("sure"), Sure + Choose("given(sure) and sure")),
        ["CB521"] = Steps(Ask + Find + Shown("found.totale"), Ask + Find + Shown("found.total")),
        ["CB522"] = Steps("  - { id: name, set: { today: 1 } }\n", "  - { id: name, set: { day: 1 } }\n"),
        ["CB523"] = Beside("  - { id: go, call: c, with: { code: \"'x'\" } }\n", "  - { id: go, call: b, with: { code: \"'x'\" } }\n"),
        ["CB524"] = new(
            folder => WithOther(folder, "  - { id: go, call: b, with: { code: \"'x'\" } }\n", Called.Replace("  - { id: end", "  - { id: back, call: a }\n  - { id: end", StringComparison.Ordinal)),
            folder => WithOther(folder, "  - { id: go, call: b, with: { code: \"'x'\" } }\n", Called)),
        ["CB525"] = Steps(Ask + Find.Replace("orders.get", "orders.find", StringComparison.Ordinal), Ask + Find),
        ["CB526"] = Steps("  - { id: do, lookup: orders.cancel }\n", "  - { id: do, call_api: orders.cancel, key: x }\n"),
        ["CB527"] = Steps("  - { id: find, lookup: orders.get }\n", Ask + Find),
        ["CB528"] = Steps("  - { id: hand, handoff: returns }\n", "  - { id: hand, handoff: care }\n"),
        ["CB529"] = Procedure(Only("many", Say("say") + End), Only("many", Choose("given(many)") + End)),
        ["CB530"] = Steps("  - { id: ask, ask: many, timeout: { after: 24h!, then: \"@draft\" } }\n", Ask),
        ["CB531"] = new(folder => WithProcedure(folder, File(End)), folder => WithProcedure(folder, File(End).Replace("version: 1", "version: 2", StringComparison.Ordinal)))
        {
            Versions = PublishedVersions.None with { Hash = (id, version) => id.Value == "a" && version == 1 ? "another" : null },
        },
        ["CB533"] = Steps(Sure.Replace("@draft", "@remind_and_wait", StringComparison.Ordinal), Sure),
        ["CB534"] = Steps(Sure.Replace("ask: sure", "ask: sure, on: { maybe: end }", StringComparison.Ordinal), Sure.Replace("ask: sure", "ask: sure, on: { \"yes\": end }", StringComparison.Ordinal)),
        ["CB535"] = Steps(
            Mail + "  - { id: hand, handoff: care, reason: \"of {mail}\" }\n", Mail + "  - { id: hand, handoff: care, reason: no order found }\n"),
        ["CB536"] = new(
            folder => WithStarts(folder, "want my money back"),
            folder => WithStarts(folder, "want another size")),
        ["CB537"] = Steps(Deadline("gone"), Deadline("end")),
        ["CB538"] = Table(Rows("| 1 | - |", "a"), Rows("| 1 | - |", "a"), extra: "a/tables/old.md"),
        ["CB539"] = Migration("to: 3", "to: 2"),
        ["CB540"] = Migration("to: 2\nsteps: { ask: end }", "to: 2\nsteps: { ask: ask2 }"),
        ["CB541"] = Migration("to: 2\nvalues: { lots: many }", "to: 2\nvalues: { many: many }"),
        ["CB542"] = Migration("to: 2\napproved_by: [Anna Bianchi]", "to: 2"),
        ["CB543"] = Procedure(Top("stops_on: 2027-03-31"), Top("status: retired\nstops_on: 2027-03-31")),
        ["CB544"] = Steps("  - { id: hand, handoff: care }\n", "  - { id: hand, handoff: care, why: { it: Serve una persona., en: A person is needed. } }\n"),
        ["CB545"] = Steps(
            "  - { id: do, call_api: orders.cancel, key: x, approval: { role: lead, due: 4h } }\n",
            "  - { id: do, call_api: orders.cancel, key: x, approval: { role: lead, due: 4h, text: { it: Annullare?, en: Cancel? } } }\n"),
    };

    private const string Mail = "  - { id: mail, ask: mail, timeout: { after: 24h!, then: \"@draft\" } }\n";

    /// <summary>A procedure with the slots that examples use.</summary>
    public static string File(string steps) => $"procedure: a\ntitle: {{ it: Prova, en: Test }}\nversion: 1\n{Slots}steps:\n{steps}";

    private static string Top(string fields) => File(End).Replace("version: 1\n", $"version: 1\n{fields}\n", StringComparison.Ordinal);

    private static string Only(string slot, string steps) =>
        $"procedure: a\ntitle: {{ it: Prova, en: Test }}\nversion: 1\nslots: {{ {slot}: {{ type: integer, label: {{ it: uno, en: one }} }} }}\nsteps:\n{steps}";

    private static string Choose(string when) => $"  - {{ id: way, choose: [ {{ when: \"{when}\", then: end }}, {{ else: end }} ] }}\n";

    private static string Say(string id) => $"  - {{ id: {id}, say: {{ it: Ciao, en: Hello }} }}\n";

    private static string Shown(string value) => $"  - {{ id: show, say: {{ it: \"{{{value}}}\", en: \"{{{value}}}\" }} }}\n";

    private static string Deadline(string until) =>
        $"  - {{ id: begin, say: {{ it: Ciao, en: Hello }}, deadline: {{ within: 14cd, queue: care, until: {until} }} }}\n";

    private static string Rows(params string[] rows) =>
        "| # | order | → way |\n|---|---|---|\n" + string.Concat(rows.Chunk(2).Select(row => $"{row[0]} {row[1]} |\n"));

    private static RuleExample Steps(string wrong, string right) => Procedure(File(wrong + End), File(right + End));

    private static RuleExample Procedure(string wrong, string right) =>
        new(folder => WithProcedure(folder, wrong), folder => WithProcedure(folder, right));

    private static RuleExample Table(string wrong, string right, string? extra = null) =>
        new(folder => WithTable(folder, wrong, extra), folder => WithTable(folder, right));

    private static RuleExample Beside(string wrong, string right) =>
        new(folder => WithOther(folder, wrong, Called), folder => WithOther(folder, right, Called));

    /// <summary>A procedure in its second version, and how runs of the first go on in it.</summary>
    private static RuleExample Migration(string wrong, string right)
    {
        var first = new ProcedureSource("a", ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal).Add("a.yaml", Encoding.UTF8.GetBytes(File(Ask + End))));
        return new(folder => WithMigration(folder, wrong), folder => WithMigration(folder, right))
        {
            Versions = PublishedVersions.None with { Source = (_, version) => version == 1 ? first : null },
        };
    }

    private static void WithMigration(LibraryFolderOnDisk folder, string plan)
    {
        WithProcedure(folder, File(Ask + End).Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("id: ask,", "id: ask2,", StringComparison.Ordinal));
        folder.Write(
            "procedures/a/migrations/1-to-2.yaml",
            $"from: 1\n{plan}\nwhy: {{ it: Cambia, en: It changes }}\n{(plan.Contains("approved_by", StringComparison.Ordinal) ? "" : "approved_by: [Anna Bianchi, Luca Verdi]\n")}");
    }

    private static void WithProcedure(LibraryFolderOnDisk folder, string procedure)
    {
        folder.Write("care-model.yaml", Model);
        folder.Write("connectors.yaml", Connectors);
        folder.Write("procedures/a.yaml", procedure);
    }

    private static void WithTable(LibraryFolderOnDisk folder, string table, string? extra = null)
    {
        WithProcedure(folder, File(Ask + "  - { id: judge, decide: way, into: verdict }\n" + End));
        folder.Write("procedures/a/tables/way.md", table);
        if (extra is not null)
        {
            folder.Write($"procedures/{extra}", table);
        }
    }

    private static void WithOther(LibraryFolderOnDisk folder, string steps, string other)
    {
        WithProcedure(folder, File(steps + End));
        folder.Write("procedures/b.yaml", other);
    }

    private static void WithStarts(LibraryFolderOnDisk folder, string other)
    {
        WithProcedure(folder, File(End).Replace("version: 1", "version: 1\nstart: { en: [want my money back] }", StringComparison.Ordinal));
        folder.Write("procedures/b.yaml", $"procedure: b\ntitle: {{ it: Altra, en: Other }}\nversion: 1\nstart: {{ en: [{other}] }}\nsteps:\n{End}");
    }

    private static void WithLaw(LibraryFolderOnDisk folder, string review)
    {
        WithProcedure(folder, File("  - { id: say, say: { it: \"[law: art-52]\", en: \"[law: art-52]\" } }\n" + End));
        folder.Write("law-rules.yaml", $"- id: art-52\n  article: art. 52\n  it: Ha 14 giorni.\n  en: You have 14 days.\n  valid_from: 2014-06-14\n  source: the law\n{review}");
    }
}
