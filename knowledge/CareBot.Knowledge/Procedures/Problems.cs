using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using static CareBot.Knowledge.Reading.Problem;

namespace CareBot.Knowledge.Procedures;

/// <summary>Every problem of procedures, with its code: the one table of them. A code is never given a new meaning.</summary>
internal static class Problems
{
    public static Problem OtherName(Spot at, string id, string name) =>
        Error("CB501", at, $"the procedure is called `{id}` and its file `{name}.yaml`; give both the same name.");

    public static Problem FileMissing(Spot at, string path) =>
        Error("CB502", at, $"`{path}` does not exist; write it, or correct the name.");

    public static Problem FormulaUnread(Spot at, string formula, string why) =>
        Error("CB503", at, $"`{formula}` cannot be read: {why}");

    public static Problem TableUnread(Spot at, string why) =>
        Error("CB504", at, $"the table cannot be read: {why}.");

    public static Problem StepTwice(Spot at, string id) =>
        Error("CB505", at, $"there is a step `{id}` already; give this one another name.");

    public static Problem LanguageMissing(Spot at, string what, string tag) =>
        Error("CB506", at, $"`{what}` lacks `{tag}`; write it in both languages.");

    public static Problem NoElse(Spot at, string id) =>
        Error("CB507", at, $"`{id}` has no `else`; say where it leads when nothing of this holds.");

    public static Problem NoKey(Spot at, string id) =>
        Error("CB508", at, $"`{id}` changes something elsewhere and has no `key`; give it one that is the same for a repetition, such as \"refund/{{order_id}}\".");

    public static Problem NoTimeout(Spot at, string id) =>
        Error("CB509", at, $"`{id}` waits and has no `timeout`; write `timeout: {{ after: 24h!, then: … }}`.");

    public static Problem LawNotStated(Spot at, string id) =>
        Error("CB510", at, $"`law-rules.yaml` has no rule `{id}` that is in force and reviewed; review it there, or leave the law out.");

    public static Problem TargetMissing(Spot at, string to, string? nearest) =>
        Error("CB511", at, nearest is null ? $"there is no step `{to}`; name one of the file, or {Acts}." : $"there is no step `{to}`; did you mean `{nearest}`?");

    public static Problem TargetWithin(Spot at, string to, string within) =>
        Error("CB511", at, $"`{to}` is side by side with others and cannot be led to alone; lead to `{within}`.");

    public static Problem StepUnreachable(Spot at, string id) =>
        Error("CB512", at, $"no way leads to `{id}`; lead to it from another step, or remove it.");

    public static Problem PathUnended(Spot at, string id) =>
        Error("CB513", at, $"nothing follows `{id}` in the file; give it a `next`, or put a step `end` after it.");

    public static Problem NoWayOut(Spot at, string id) =>
        Error("CB514", at, $"from `{id}` no way leads to an end; lead out of the circle to an `end`, or to `{Target.Handoff}`.");

    public static Problem TableNotTotal(Spot at, bool tooMany) => Error("CB515", at, tooMany
        ? "the table has too many cases to be sure that each has a row; end it with a row of `-` for everything else."
        : "something may be asked that no row holds for; end the table with a row of `-` for everything else, or add the missing rows (`none` stands for no value).");

    public static Problem RowsOverlap(Spot at, string row, string other) =>
        Error("CB516", at, $"row {row} and row {other} may hold together, and only one may; narrow one, or write `<!-- hit: first -->` above the table.");

    public static Problem RowHidden(Spot at, string row, string by) =>
        Error("CB517", at, $"row {row} never counts, since row {by} holds wherever it does; move it up, narrow the other, or remove it.");

    public static Problem NameUnknown(Spot at, string name, string? nearest) =>
        Error("CB518", at, nearest is null ? $"there is no slot or result `{name}`; declare it under `slots`, or correct the name." : $"there is no slot or result `{name}`; did you mean `{nearest}`?");

    public static Problem SlotUnknown(Spot at, string name, string? nearest) =>
        Error("CB518", at, nearest is null ? $"there is no slot `{name}`; declare it under `slots`, or correct the name." : $"there is no slot `{name}`; did you mean `{nearest}`?");

    public static Problem ReadTooEarly(Spot at, string name, string step) =>
        Error("CB519", at, $"on some way to `{step}` nothing has filled `{name}` yet; fill it before, give it a `default`, or ask `given({name})` first.");

    public static Problem RefusedUnthought(Spot at, string name) =>
        Warning("CB520", at, $"customers may refuse to tell `{name}`, and then it is empty here; ask `given({name})` first, or lead a refusal elsewhere.");

    public static Problem FieldUnknown(Spot at, string name, string field, IReadOnlyList<string> fields, string? nearest) => Error("CB521", at, nearest is not null
        ? $"`{name}` has no field `{field}`; did you mean `{nearest}`?"
        : fields.Count == 0 ? $"`{name}` has no fields; write `{name}` alone."
        : $"`{name}` has no field `{field}`; it has {string.Join(", ", fields)}.");

    public static Problem NameUnreadable(Spot at, string name, bool taken) => Error("CB522", at, taken
        ? $"`{name}` is something that every procedure knows, so this can never be read; give it another name."
        : $"no formula can read the name `{name}`; make it of letters, digits and `_`, beginning with a letter.");

    public static Problem ProcedureUnknown(Spot at, ProcedureId id, string? nearest) =>
        Error("CB523", at, nearest is null ? $"there is no procedure `{id}` that is in order; mend it, or correct the name." : $"there is no procedure `{id}`; did you mean `{nearest}`?");

    public static Problem ProcedureUnpublished(Spot at, ProcedureId id) =>
        Error("CB523", at, $"`{id}` is not published, and this procedure is; publish it too, or call another.");

    public static Problem SlotOfOtherUnknown(Spot at, ProcedureId id, string name, string? nearest) =>
        Error("CB523", at, nearest is null ? $"`{id}` has no slot `{name}` to be handed; remove it, or correct the name." : $"`{id}` has no slot `{name}`; did you mean `{nearest}`?");

    public static Problem SlotNotHanded(Spot at, ProcedureId id, string name) =>
        Error("CB523", at, $"`{id}` reads `{name}`, which nothing in it fills; hand it over under `with`.");

    public static Problem CallsInCircle(Spot at, IEnumerable<ProcedureId> chain) =>
        Error("CB524", at, $"procedures call each other in a circle: {string.Join(" → ", chain)}; take one call out.");

    public static Problem CallsTooDeep(Spot at, IEnumerable<ProcedureId> chain, int max) =>
        Error("CB524", at, $"more than {max} procedures call one another: {string.Join(" → ", chain)}; make fewer of them.");

    public static Problem ActionUnknown(Spot at, string action, string? nearest) =>
        Error("CB525", at, nearest is null ? $"`connectors.yaml` has no action `{action}`; declare it there, or correct the name." : $"`connectors.yaml` has no action `{action}`; did you mean `{nearest}`?");

    public static Problem WriteUndeclared(Spot at, string action, bool writes) => Error("CB526", at, writes
        ? $"`{action}` changes something elsewhere; call it by `call_api`, with a `key`."
        : $"`{action}` only asks; call it by `lookup`, or write `writes: true` in `connectors.yaml`.");

    public static Problem UndoneByQuestion(Spot at, string action) =>
        Error("CB526", at, $"`{action}` only asks and can undo nothing; name an action that writes.");

    public static Problem AddressUnfilled(Spot at, string action, string path, string place) =>
        Error("CB527", at, $"the address of `{action}` is `{path}`, and nothing fills `{place}`; write it under `with`.");

    public static Problem ModelUnknown(Spot at, string what, string name, string? nearest) =>
        Error("CB528", at, nearest is null ? $"`care-model.yaml` has no {what} `{name}`; declare it there, or correct the name." : $"`care-model.yaml` has no {what} `{name}`; did you mean `{nearest}`?");

    public static Problem SlotUnused(Spot at, string name) =>
        Warning("CB529", at, $"nothing asks, fills or reads `{name}`; remove it.");

    public static Problem AskWordless(Spot at, string slot, string step) =>
        Error("CB530", at, $"`{step}` asks for `{slot}`, which has no question; write one under `ask`, in both languages.");

    public static Problem PublishedOtherwise(Spot at, string name, int version) =>
        Error("CB531", at, $"version {version} of `{name}` has been published with other content, and runs are in it; write `version: {version + 1}`.");

    public static Problem ActOutOfPlace(Spot at, string act, string mend) =>
        Error("CB533", at, $"`{act}` cannot work here: {mend}.");

    public static Problem NextIdle(Spot at, string step, string? within) => Error("CB533", at, within is null
        ? $"`{step}` never comes to its `next`; remove it, or say under its own fields where it leads."
        : $"`{step}` is side by side with others, which go on together; write `next` in `{within}`.");

    public static Problem EdgeImpossible(Spot at, string edge, string what, IReadOnlyList<string> possible) =>
        Error("CB534", at, $"`{edge}` is not {what}; there are {string.Join(", ", possible)}.");

    public static Problem EdgeByAnything(Spot at, string edge, string slot) =>
        Error("CB534", at, $"`{slot}` may be anything, so `{edge}` leads nowhere; use `choose` after the question.");

    public static Problem PersonalShown(Spot at, string name, string where) =>
        Error("CB535", at, $"`{name}` says something of a person, and {where} is kept for reports; leave it out, whoever goes on sees the slots.");

    public static Problem StartTaken(Spot at, string words, ProcedureId other) =>
        Warning("CB536", at, $"`{words}` asks for `{other}` as well, so neither begins; leave it to one, or add the word that tells them apart.");

    public static Problem DeadlineEndless(Spot at, string until, string? nearest) =>
        Error("CB537", at, nearest is null ? $"there is no step `{until}` that the deadline could end with; name one that stands alone." : $"there is no step `{until}`; did you mean `{nearest}`?");

    public static Problem FileUnused(Spot at, string procedure) =>
        Warning("CB538", at, $"nothing in `{procedure}` uses this file; remove it, or correct the name there.");

    public static Problem MigrationAstray(Spot at, string procedure, int version) =>
        Error("CB539", at, $"`{procedure}` has no version {version} that is in order; publish it first, or correct the number.");

    public static Problem MigrationTwice(Spot at, int from, string other) =>
        Error("CB539", at, $"{other} moves runs of version {from} already; keep one of the two.");

    public static Problem MigrationStepUnknown(Spot at, string step, int version, string? nearest) => Error("CB540", at, nearest is null
        ? $"version {version} has no step `{step}` that stands alone; correct the name."
        : $"version {version} has no step `{step}` that stands alone; did you mean `{nearest}`?");

    public static Problem MigrationStepOther(Spot at, string step, string other) =>
        Error("CB540", at, $"`{step}` and `{other}` wait for different things; lead a question to a question, a task to a task, a wait to a wait.");

    public static Problem MigrationValueUnknown(Spot at, string name, int version, string? nearest) =>
        Error("CB541", at, nearest is null ? $"version {version} has no slot or result `{name}`; correct the name." : $"version {version} has no slot or result `{name}`; did you mean `{nearest}`?");

    public static Problem MigrationValueMissing(Spot at, string name, string step, string other) =>
        Error("CB541", at, $"`{other}` goes on with `{name}`, which a run that waits in `{step}` need not know; say under `values` what it is.");

    public static Problem MigrationUnapproved(Spot at, int approvals) =>
        Warning("CB542", at, $"{approvals} of {Migration.ApprovalsMin} have agreed, so no run is moved yet; whoever agrees writes their name under `approved_by`.");

    public static Problem StopsUnretired(Spot at) =>
        Error("CB543", at, "`stops_on` is the last day of a procedure that is out of use; write `status: retired` with it, or remove it.");

    public static Problem HandoffUntold(Spot at, string step) =>
        Warning("CB544", at, $"who goes on from `{step}` does not read why; write it under `why`, in both languages.");

    public static Problem ApprovalUntold(Spot at, string step) =>
        Warning("CB545", at, $"who approves `{step}` does not read what; write it under `text`, in both languages.");

    private static string Acts => string.Join(", ", Target.Acts.Select(act => $"`{act}`"));
}
