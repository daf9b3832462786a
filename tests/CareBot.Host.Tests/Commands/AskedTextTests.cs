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
    public void Json_shows_letters_and_signs_as_they_are() => Assert.Contains(
        "\"dov'è il mio pacco da 30 €?\"",
        JsonSerializer.Serialize(Asked, CommandJson.Readable.AskedQuestion),
        StringComparison.Ordinal);
}
