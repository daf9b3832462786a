using CareBot.Knowledge.Reading;

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

    public static Problem ScenarioUnread(Spot at, string what, string why) =>
        Error("CB590", at, $"{what} {why}.");

    private static Problem Error(string code, Spot at, string message) => New(Severity.Error, code, at, message);

    private static Problem New(Severity severity, string code, Spot at, string message) => new()
    {
        Path = at.Path,
        Line = at.Line,
        Column = at.Column,
        Severity = severity,
        Code = code,
        Message = message,
    };
}
