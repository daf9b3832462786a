using CareBot.Knowledge.Tests.Linting;

namespace CareBot.Knowledge.Tests.Procedures;

/// <summary>A procedure in which everything that a file may hold is there once, and all that it goes together with.</summary>
internal static class WholeProcedure
{
    public const string File =
        """
        procedure: a
        title: { it: Reso di prova, en: A trial return }
        button: { it: Voglio provare, en: I want to try }
        version: 2
        status: published
        topic: returns
        owner: care
        audience: customer
        start: { it: [voglio provare un reso], en: [try a return] }
        key: order
        slots:
          order: { type: order_ref, pattern: "[A-Z][0-9]{4}", label: { it: l'ordine, en: the order }, ask: { it: Quale ordine?, en: Which order? } }
          why:
            type: enum
            label: { it: il motivo, en: the reason }
            ask: { it: Perché?, en: Why? }
            options: { size: { it: [taglia, misura], en: size }, defect: { it: difetto, en: defect } }
            may_refuse: true
            told_at_once: true
          count: { type: integer, min: 1, max: 9, label: { it: quanti, en: how many }, ask: { it: Quanti?, en: How many? }, valid: count < 9, invalid: { it: Meno., en: Fewer. } }
          day: { type: date, when: past, label: { it: il giorno, en: the day }, default: today }
          price: { type: money, max: 500, label: { it: il prezzo, en: the price } }
          sure: { type: boolean, explicit: true, label: { it: la conferma, en: the confirmation }, ask: { it: Conferma?, en: Are you sure? } }
          mail: { type: email, personal: true, label: { it: l'e-mail, en: the e-mail }, ask: { it: E-mail?, en: E-mail? } }
        outputs: [order]
        catch: { broken: hand }
        steps:
          - id: ask
            ask: order
            timeout: { after: 24h!, then: "@draft" }
            note: { it: Chieda il numero., en: Ask for the number. }
            raci: { r: bot, a: owner, c: [legal], i: [care] }
          - { id: find, lookup: orders.get, with: { id: order }, into: found, on_error: { not_found: "@ask_again", else: hand } }
          - { id: why, ask: why, on: { size: many }, refused: many, max_tries: hand, timeout: { after: 24h!, then: end } }
          - { id: many, ask: count, timeout: { after: 24h!, then: end } }
          - { id: judge, decide: way, into: verdict }
          - { id: way, choose: [ { when: "verdict.way == 'yes'", then: mail }, { else: hand } ] }
          - { id: mail, ask: mail, timeout: { after: 24h!, then: end } }
          - { id: sure, ask: sure, on: { "no": end }, timeout: { after: 24h!, then: end } }
          - { id: total, set: { total: "count * 2" } }
          - { id: open, case: return, change: open, priority: normal, sla: standard, status: new, tags: [fragile], into: dossier }
          - { id: cancel, call_api: orders.cancel, with: { id: order }, key: "cancel/{order}", into: cancelled, undone_by: orders.restore, approval: { role: lead, text: { it: "Annullare {order}?", en: "Cancel {order}?" }, when: total > 4, due: 4h } }
          - { id: say, say: bye, copy_to: mail, deadline: { name: refund, from: day, within: 14cd, rolls: true, until: wait, queue: care } }
          - { id: other, call: b, with: { code: order }, into: other, on: { unresolved: hand } }
          - id: both
            parallel:
              all:
                - { id: work, task: { it: Controlli., en: Check. }, queue: care, due: 1bd, fills: [price], on: { timeout: hand }, skill: repair }
                - { id: pause, wait: 10m! }
          - { id: ok, approve: { it: Va bene?, en: All right? }, role: lead, due: 4h, on: { "yes": wait, "no": undo } }
          - { id: wait, wait: [goods.received, goods.sent], into: goods, on: { goods.sent: end }, timeout: { after: 14cd, then: "@remind_and_wait" } }
          - { id: end, end: resolved, survey: true }
          - { id: undo, compensate: }
          - { id: fail, raise: broken }
          - { id: hand, handoff: care, reason: the trial went wrong, why: { it: La prova è fallita., en: The trial failed. } }
        """;

    public const string Other =
        """
        procedure: b
        title: { it: Altra, en: Other }
        version: 1
        audience: procedure
        slots: { code: { type: text, label: { it: il codice, en: the code } } }
        steps:
          - { id: said, say: { it: "{code}", en: "{code}" } }
          - { id: end, end: resolved }
        """;

    public const string Table = "<!-- hit: first -->\n| # | why | → way |\n|---|---|---|\n| 1 | size, defect | yes |\n| 2 | - | no |\n";

    public static void Write(LibraryFolderOnDisk folder)
    {
        folder.Write("care-model.yaml", ProcedureRuleExamples.Model);
        folder.Write("connectors.yaml", ProcedureRuleExamples.Connectors);
        folder.Write("procedures/a.yaml", File);
        folder.Write("procedures/b.yaml", Other);
        folder.Write("procedures/a/tables/way.md", Table);
        folder.Write("procedures/a/templates/bye.it.md", "<!-- per gli autori -->\nArrivederci, {order}.\n");
        folder.Write("procedures/a/templates/bye.en.md", "Goodbye, {order}.\n");
    }
}
