using System.Globalization;
using System.Net;
using System.Text;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>A procedure for people: its flowchart, who does what, and the script for the phone, all made of the one file. Queues, roles
/// and skills are called as the care model calls them.</summary>
public static class ProcedureSheet
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
        + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}"
        + "ol{padding-left:1.5rem}li{margin:.8rem 0}.step{border:1px solid #888;border-radius:.4rem;padding:.5rem .8rem;margin:.6rem 0}"
        + "blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid #0a6;white-space:pre-line}code{background:#f2f2f2;padding:0 .2rem}";

    /// <summary>The flowchart alone, for Mermaid.</summary>
    public static string Mermaid(Procedure procedure, CareModel model, Language language)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return Flowchart.Of(procedure, SheetWords.In(language, model));
    }

    /// <summary>All of it as Markdown.</summary>
    public static string Markdown(Procedure procedure, CareModel model, Language language)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var (words, sheet) = (SheetWords.In(language, model), new StringBuilder());
        sheet.Append(CultureInfo.InvariantCulture, $"# {procedure.Title.In(language)} ({procedure.Id} {procedure.Version})\n\n");
        sheet.Append(CultureInfo.InvariantCulture, $"## {words.Flowchart}\n\n```mermaid\n{Flowchart.Of(procedure, words)}```\n\n");
        sheet.Append(CultureInfo.InvariantCulture, $"## {words.Responsibilities}\n\n| {words.Step} | | {string.Join(" | ", words.RaciColumns)} |\n|---|---|---|---|---|---|\n");
        foreach (var row in RaciTable.Rows(procedure, words))
        {
            sheet.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select((cell, at) => at == 0 ? $"`{cell}`" : cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        }

        var script = PhoneScript.Of(procedure, model, language);
        sheet.Append(CultureInfo.InvariantCulture, $"\n## {words.Script}\n\n{script.Opening}\n\n");
        foreach (var (step, at) in script.Steps.Select((step, at) => (step, at + 1)))
        {
            sheet.Append(CultureInfo.InvariantCulture, $"{at}. `{step.Step}` **{step.What}**\n");
            if (step.Words is { } said)
            {
                sheet.Append(CultureInfo.InvariantCulture, $"   > {said.ReplaceLineEndings("\n").Replace("\n", "\n   > ", StringComparison.Ordinal)}\n\n");
            }

            foreach (var hint in step.Hints)
            {
                sheet.Append(CultureInfo.InvariantCulture, $"   - {hint}\n");
            }

            foreach (var way in step.Ways)
            {
                sheet.Append(CultureInfo.InvariantCulture, $"   - {(way.When.Length == 0 ? "" : $"{way.When} ")}→ {Target(way, words, "`", "`")}\n");
            }
        }

        return sheet.ToString();
    }

    /// <summary>All of it as a page of its own, which needs nothing else.</summary>
    public static string Html(Procedure procedure, CareModel model, Language language)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var (words, page) = (SheetWords.In(language, model), new StringBuilder());
        var title = Escaped(procedure.Title.In(language));
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{language.Tag()}\">\n<head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head>\n<body>\n<h1>{title} <small>({Escaped(procedure.Id.Value)} {procedure.Version})</small></h1>\n");
        var script = PhoneScript.Of(procedure, model, language);
        page.Append(CultureInfo.InvariantCulture, $"<section id=\"flowchart\">\n<h2>{Escaped(words.Flowchart)}</h2>\n");
        foreach (var step in script.Steps)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"step\" id=\"step-{Escaped(step.Step)}\" data-step=\"{Escaped(step.Step)}\"><code>{Escaped(step.Step)}</code> <b>{Escaped(step.What)}</b>{Ways(step, words)}</div>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</section>\n<section id=\"raci\">\n<h2>{Escaped(words.Responsibilities)}</h2>\n<table>\n<tr><th scope=\"col\" colspan=\"2\">{Escaped(words.Step)}</th>{string.Concat(words.RaciColumns.Select(column => $"<th scope=\"col\">{Escaped(column)}</th>"))}</tr>\n");
        foreach (var row in RaciTable.Rows(procedure, words))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr data-step=\"{Escaped(row[0])}\"><th scope=\"row\"><code>{Escaped(row[0])}</code></th>{string.Concat(row.Skip(1).Select(cell => $"<td>{Escaped(cell)}</td>"))}</tr>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</table>\n</section>\n<section id=\"script\">\n<h2>{Escaped(words.Script)}</h2>\n<p>{Escaped(script.Opening)}</p>\n<ol>\n");
        foreach (var step in script.Steps)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li data-step=\"{Escaped(step.Step)}\"><code>{Escaped(step.Step)}</code> <b>{Escaped(step.What)}</b>");
            page.Append(step.Words is { } said ? $"<blockquote>{Escaped(said)}</blockquote>" : "");
            page.Append(step.Hints.Count == 0 ? "" : $"<ul>{string.Concat(step.Hints.Select(hint => $"<li>{Escaped(hint)}</li>"))}</ul>");
            page.Append(CultureInfo.InvariantCulture, $"{Ways(step, words)}</li>\n");
        }

        return page.Append("</ol>\n</section>\n</body>\n</html>\n").ToString();
    }

    private static string Ways(ScriptStep step, SheetWords words) => step.Ways.Count == 0
        ? ""
        : $"<ul>{string.Concat(step.Ways.Select(way => $"<li>{Escaped(way.When)} → {(way.To.IsAct ? Escaped(Target(way, words, "", "")) : $"<a href=\"#step-{Escaped(way.To.To)}\">{Escaped(way.To.To)}</a>")}</li>"))}</ul>";

    private static string Target(Way way, SheetWords words, string before, string after) =>
        way.To.IsAct ? words.Acts.GetValueOrDefault(way.To.To, way.To.To) : $"{before}{way.To.To}{after}";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
