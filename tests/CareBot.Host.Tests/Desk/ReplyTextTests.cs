using CareBot.Answers;
using CareBot.Host.Desk;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Tests.Desk;

public sealed class ReplyTextTests
{
    private static readonly ReplyFacts Known = new("Luca Ferri", "Davide", "Bottega Laguna");

    [Theory]
    [InlineData("Buongiorno {{customer_name}}, sono {{ agent_name }} di {{company}}.", "Buongiorno Luca Ferri, sono Davide di Bottega Laguna.")]
    [InlineData("Ordine {{order_number}}: {{something_else}}.", "Ordine ⟦numero d'ordine⟧: ⟦something else⟧.")]
    [InlineData("Una riga\r\nche continua.\n\nUn'altra.\n- uno\n- due\n1. tre", "Una riga che continua.\n\nUn'altra.\n- uno\n- due\n1. tre")]
    [InlineData("Niente da {riempire}.", "Niente da {riempire}.")]
    public void Reply_is_filled_with_what_is_known_and_shows_what_is_not(string body, string expected) =>
        Assert.Equal(expected, ReplyText.Of(Reply(body), Known).Text);

    [Theory]
    [InlineData(Language.Italian, "Buongiorno {{customer_name}}, sono qui.", "Buongiorno, sono qui.")]
    [InlineData(Language.Italian, "Grazie, {{customer_name}}: controllo.", "Grazie: controllo.")]
    [InlineData(Language.Italian, "Grazie per averci scritto, {{customer_name}}. A presto.", "Grazie per averci scritto. A presto.")]
    [InlineData(Language.Italian, "Chiudo la chat,\n{{customer_name}}, perché è tardi.", "Chiudo la chat, perché è tardi.")]
    [InlineData(Language.Italian, "Gentile {{customer_name}}, ci scusiamo.", "Gentile cliente, ci scusiamo.")]
    [InlineData(Language.English, "Dear {{customer_name}}, we're sorry.", "Dear customer, we're sorry.")]
    [InlineData(Language.English, "{{customer_name}}, may I ask?", "May I ask?")]
    public void Customer_without_a_name_is_addressed_without_one(Language language, string body, string expected)
    {
        Assert.Equal(expected, ReplyText.Of(Reply(body, language), Known with { Customer = null }).Text);
        Assert.Equal(expected, ReplyText.Of(Reply(body, language), Known with { Customer = "  " }).Text);
    }

    [Fact]
    public void Every_variable_that_authors_may_write_is_filled_but_the_order_which_is_a_gap() =>
        Assert.Equal(
            ["order_number"],
            ReplyVariables.Names.Where(name => ReplyText.Of(Reply($"Ciao {{{{{name}}}}}!"), Known).Text == $"Ciao {ReplyText.Gap(name, Language.Italian)}!"));

    [Fact]
    public void Name_that_looks_like_a_placeholder_stays_a_name() =>
        Assert.Equal("Ciao {{company}}!", ReplyText.Of(Reply("Ciao {{customer_name}}!"), Known with { Customer = "{{company}}" }).Text);

    [Fact]
    public async Task Every_reply_that_is_shipped_reads_well_with_and_without_a_name()
    {
        await using var app = new CareBotApp();
        var replies = app.Get<LiveIndex>().Current.Library.Articles.Where(article => article.Kind == ArticleKind.Reply).ToList();

        Assert.NotEmpty(replies);
        Assert.All(replies, reply => Assert.All<ReplyFacts>([Known, Known with { Customer = null }], facts =>
        {
            var text = ReplyText.Of(reply, facts).Text;
            Assert.DoesNotMatch(@"\{\{|\}\}| [,.:;?!]|,,|  |[^\n]\n[^\n]|^\P{Lu}|(?:Gentile|Dear),", text);
        }));
    }

    private static Article Reply(string body, Language language = Language.Italian) => new()
    {
        Id = new("reply"),
        Language = language,
        Kind = ArticleKind.Reply,
        Title = "Una risposta",
        Body = body,
        Path = "it/replies/reply.md",
    };
}
