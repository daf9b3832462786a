using System.Text.Json;
using CareBot.Host.Commands;
using CareBot.Host.Metrics;

namespace CareBot.Host.Tests.Commands;

public class AskedTextTests
{
    private static readonly AskedQuestion Asked = new()
    {
        Question = "dov'è il mio pacco da 30 €?",
        Lang = "it",
        Decision = "answer",
        Confidence = 0.97,
        Answer = new("tracking", "Dov'è il pacco?", "Il corriere le scrive\nil giorno prima.\n\n1. Apra l'e-mail.\n2. Segua\n   il collegamento."),
        Candidates = [new("tracking", "Dov'è il pacco?", 0.97)],
        ElapsedMs = 0.5,
    };

    [Theory]
    [InlineData("one\ntwo\n\nthree", "one two\n\nthree")]
    [InlineData("intro:\n- one\n  goes on\n- two", "intro:\n- one goes on\n- two")]
    [InlineData("1. one\n2) two\n> three\n# four\n| five |", "1. one\n2) two\n> three\n# four\n| five |")]
    [InlineData("**bold**\n**goes on**\n3 giorni", "**bold** **goes on** 3 giorni")]
    [InlineData("asked  \nfor\\\nbreaks", "asked  \nfor\\\nbreaks")]
    public void Lines_are_broken_where_the_text_asks_for_it_and_nowhere_else(string markdown, string reflowed) =>
        Assert.Equal(reflowed, AskedText.Reflowed(markdown));

    [Fact]
    public void Answer_is_written_to_a_file_without_control_codes_and_in_whole_lines()
    {
        using var writer = new StringWriter();

        AskedText.Write(Asked, ReportConsole.On(writer));

        var text = writer.ToString();
        Assert.DoesNotContain('\u001b', text);
        Assert.StartsWith("answer (it, confidence 0.97, 0.5 ms)", text, StringComparison.Ordinal);
        Assert.Contains("Il corriere le scrive il giorno prima.", text, StringComparison.Ordinal);
        Assert.Contains("2. Segua il collegamento.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_are_told_view_by_view_with_what_each_way_out_costs()
    {
        using var writer = new StringWriter();
        var why = new AskedWhy(
            "it",
            [new("dov'è", "dov", Counts: false, 1), new("pacco", "pacc", Counts: true, 1), new("collo", "coll", Counts: true, 0.25)],
            [new("tracking", new Dictionary<string, double> { ["whole"] = 1.671 }, 0.9, 1, 1, 0.97, IsPhrasing: false, 0.97)],
            new Dictionary<string, double> { ["nearest"] = 0.3 },
            12,
            new(0.18, 1.1, null, 4));

        AskedText.Write(Asked with { Why = why }, ReportConsole.On(writer));

        var text = writer.ToString();
        Assert.Contains("Looked for (it): pacco, collo × 0.25", text, StringComparison.Ordinal);
        Assert.Contains("Costs: answer 0.18, clarify 1.10, ask back -, person 4.00", text, StringComparison.Ordinal);
        Assert.Contains("12 of customers' judgements", text, StringComparison.Ordinal);
        Assert.Matches(@"whole\s+1\.67", text);
        Assert.Matches(@"confidence\s+0\.97", text);
    }

    [Fact]
    public void Json_shows_letters_and_signs_as_they_are() => Assert.Contains(
        "\"dov'è il mio pacco da 30 €?\"",
        JsonSerializer.Serialize(Asked, CommandJson.Readable.AskedQuestion),
        StringComparison.Ordinal);
}
