using System.Text.RegularExpressions;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Procedures.Sheets;
using CareBot.Procedures;

namespace CareBot.Knowledge.Tests.Procedures.Sheets;

public sealed class ProcedureSheetTests : IDisposable
{
    private readonly LampShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(Language.Italian)]
    [InlineData(Language.English)]
    public void Flowchart_responsibilities_and_phone_script_have_the_steps_of_the_file_and_no_others(Language language)
    {
        var procedure = Procedure();
        var steps = procedure.Steps.Select(step => step.Id).ToList();
        var markdown = ProcedureSheet.Markdown(procedure, Model, language).Split("\n## ");
        var html = ProcedureSheet.Html(procedure, Model, language).Split("<section");

        Assert.Equal(steps, Ids(@"^  s\d+\S*""<b>([^<]+)</b>", ProcedureSheet.Mermaid(procedure, Model, language)));
        Assert.Equal(steps, Ids(@"^  s\d+\S*""<b>([^<]+)</b>", markdown[1]));
        Assert.Equal(steps, Ids(@"^\| `([^`]+)` \|", markdown[2]));
        Assert.Equal(steps, Ids(@"^\d+\. `([^`]+)`", markdown[3]));
        Assert.All(html.Skip(1), section => Assert.Equal(steps, Ids(@" data-step=""([^""]+)""", section)));
        Assert.Equal(4, html.Length);
    }

    [Fact]
    public void Flowchart_leads_nowhere_that_is_not_in_it()
    {
        var chart = ProcedureSheet.Mermaid(Procedure(), Model, Language.English);
        var nodes = Ids(@"^  (\w+)[\[({]", chart);

        Assert.Empty(Ids(@"--> ?(?:\|""[^|]*""\| )?(\w+)$", chart).Except(nodes));
        Assert.Contains("  s5 -->|\"verdict.outcome = late\"| ", chart, StringComparison.Ordinal);
        Assert.Contains("[\"<b>both</b><br/>Do side by side\"]", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void Agent_reads_what_to_say_what_to_know_and_where_to_go_on()
    {
        var script = PhoneScript.Of(Procedure(), Model, Language.Italian).Steps.ToDictionary(step => step.Step);

        Assert.Equal("Conferma il reso dell'ordine [il numero d'ordine] per [refund]?", script["confirmation"].Words);
        Assert.Equal(["Risposte possibili: difettosa, ci ho ripensato meglio", "Nota: Non insistere: il motivo è facoltativo."], script["why"].Hints);
        Assert.Equal("Ho aperto la pratica [case.code] per l'ordine [il numero d'ordine]: l'etichetta di reso è [label.number].", script["receipt"].Words);
        Assert.Equal(["Da concludere entro: 14 giorni di calendario (refund)"], script["open"].Hints);
        Assert.Equal(
            [("no", "stopped"), ("altrimenti", "address"), ("risposta non chiara dopo più tentativi", "@handoff"), ("dopo 24 ore", "@draft")],
            script["confirmation"].Ways.Select(way => (way.When, way.To.To)));
    }

    [Fact]
    public void Page_shows_what_authors_wrote_as_text()
    {
        shop.With("procedures/lamp-return.yaml", "\"Return of the lamp\"", "\"Return of <the> lamp\"");

        var page = ProcedureSheet.Html(Procedure(), Model, Language.English);

        Assert.Contains("<h1>Return of &lt;the&gt; lamp", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Italian, "Affidare a «Magazzino»", "Magazzino")]
    [InlineData(Language.English, "Give to \"Warehouse\"", "Warehouse")]
    public void Queues_and_roles_are_called_by_their_names(Language language, string what, string who)
    {
        var sheet = ProcedureSheet.Markdown(Procedure(), Model, language);

        Assert.Matches($@"(?m)^\| `\w+` \| {Regex.Escape(what)} \| {who} \|", sheet);
        Assert.DoesNotMatch(@"«warehouse»|""warehouse""|\| warehouse", sheet);
    }

    private CareModel Model => Shop().Model;

    private Procedure Procedure() => Shop().Book.Find(new("lamp-return"))!;

    private ProcedureLibrary Shop() => ProcedureLibrary.Read(shop.Path, null, new(2026, 11, 26), null);

    private static List<string> Ids(string pattern, string text) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
}
