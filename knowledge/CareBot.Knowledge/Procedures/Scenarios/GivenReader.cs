using System.Text.RegularExpressions;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Reads what other systems answer: <c>given orders.get(id=A100) → { total: 59.90 }</c>.</summary>
internal static partial class GivenReader
{
    /// <returns>Null where the line is something else.</returns>
    /// <exception cref="FormatException">It is one and cannot be read.</exception>
    public static Given? Read(string line)
    {
        if (!line.StartsWith("given ", StringComparison.Ordinal))
        {
            return null;
        }

        if (Form().Match(line) is not { Success: true } form)
        {
            throw new FormatException("write `given orders.get(id=A100) → { total: 59.90 }`, `→ not_found`, `→ unavailable`, `→ never`, or an answer with `after 2h!`");
        }

        return Read(form.Groups["action"].Value, form.Groups["where"].Value, form.Groups["answer"].Value.Trim());
    }

    private static Given Read(string action, string where, string written)
    {
        var (answer, after) = Late().Match(written) is { Success: true } late ? (late.Groups[1].Value, Amount(late.Groups[2].Value)) : (written, null);
        return new(action, ScenarioText.Names(where), answer == "never" ? null : Result(answer), after);
    }

    /// <summary>What another system answers, as it is written: fields, a list or a text in quotes, <c>ok</c>, or the name of an error.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static ActionResult Result(string written) =>
        written == "ok" ? new ActionResult.Succeeded(Value.Fields.Of())
        : written is ['{' or '[' or '"', ..] ? new ActionResult.Succeeded(WrittenValue.Read(written))
        : Error().IsMatch(written) ? new ActionResult.Failed(written, "so the scenario has it")
        : throw new FormatException($"`{written}` is no answer; write fields in braces, `ok`, or the name of an error such as not_found");

    private static TimeAmount? Amount(string written) => TimeAmount.TryParse(written, out var amount)
        ? amount
        : throw new FormatException($"`{written}` is no amount of time; write {TimeAmount.Forms}");

    [GeneratedRegex(@"^given\s+(?<action>[\w.-]+)\s*(?:\((?<where>.*?)\))?\s*(?:→|->)\s*(?<answer>.+)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(.+?)\s+after\s+(\S+)$")]
    private static partial Regex Late();

    [GeneratedRegex(@"^[A-Za-z_][\w.-]*$")]
    private static partial Regex Error();
}
