using System.Text.Json;
using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Tests.Storage;

/// <summary>What was stored by an earlier version is still read, and means what it meant.</summary>
public class RecordJsonTests
{
    [Theory]
    [InlineData("""{"is":"person"}""")]
    [InlineData("""{"is":"helpful","article":"a"}""")]
    [InlineData("""{"is":"choice","options":[{"article":"a","title":"A"}]}""")]
    public void Conversation_from_before_follow_ups_is_read(string pending)
    {
        var stored = $$$"""
            {"id":"c1","channel":"directline","startedAt":"2026-03-02T12:00:00+00:00","language":"it","introduced":true,
             "status":{"is":"withBot","misses":1,"pending":{{{pending}}}},
             "contact":{"id":"c1#1","startedAt":"2026-03-02T12:00:00+00:00","signal":"answered"},"contacts":1}
            """;

        var conversation = JsonSerializer.Deserialize(stored, RecordJson.Default.Conversation)!;

        Assert.Null(conversation.About);
        var asked = Assert.IsType<Status.WithBot>(conversation.Status).Pending;
        Assert.Equal(["a"], asked switch
        {
            Question.Helpful helpful => helpful.Articles.Select(article => article.Value),
            Question.Choice choice => choice.Options.SelectMany(option => option.Articles).Select(article => article.Value),
            Question.Person { AfterInsult: false } => ["a"],
            _ => [],
        });
    }

    [Fact]
    public void What_a_conversation_is_about_and_has_been_asked_is_kept()
    {
        var conversation = new Conversation
        {
            Id = new("c1"),
            Channel = "directline",
            StartedAt = DateTimeOffset.UnixEpoch,
            Language = Language.Italian,
            About = new(new("delivery-costs"), "delivery"),
            Status = new Status.WithBot(Pending: new Question.Choice([new(new("a"), "consegna", [new("b")])])),
        };

        var json = JsonSerializer.Serialize(conversation, RecordJson.Default.Conversation);
        var read = JsonSerializer.Deserialize(json, RecordJson.Default.Conversation)!;

        Assert.Equal(conversation.About, read.About);
        Assert.Equal(["a", "b"], Assert.IsType<Question.Choice>(Assert.IsType<Status.WithBot>(read.Status).Pending).Options[0].Articles.Select(article => article.Value));
        Assert.DoesNotContain("\"articles\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_words_from_before_articles_were_offered_are_their_own_and_are_stored_as_ever()
    {
        const string stored = """{"is":"agentSaid","contact":"c1#1","agent":{"id":"davide","name":"Davide"},"text":"Buongiorno"}""";

        var said = Assert.IsType<CareEvent.AgentSaid>(JsonSerializer.Deserialize(stored, RecordJson.Default.CareEvent));

        Assert.Null(said.From);
        Assert.Equal(stored, JsonSerializer.Serialize(said, RecordJson.Default.CareEvent));
    }

    [Fact]
    public void Customers_words_from_before_files_could_be_sent_are_stored_as_ever()
    {
        const string stored = """{"is":"customerSaid","contact":"c1#1","text":"Buongiorno"}""";

        var said = Assert.IsType<CareEvent.CustomerSaid>(JsonSerializer.Deserialize(stored, RecordJson.Default.CareEvent));

        Assert.Null(said.Files);
        Assert.Equal(stored, JsonSerializer.Serialize<CareEvent>(said, RecordJson.Default.CareEvent));
    }

    [Fact]
    public void Files_of_a_customer_are_kept_with_their_words()
    {
        var file = new SentFile("1-abc", "foto.jpg", "image/jpeg", 20_480);

        var json = JsonSerializer.Serialize<CareEvent>(new CareEvent.CustomerSaid(new("c1#1"), "", [file]), RecordJson.Default.CareEvent);

        Assert.Equal([file], Assert.IsType<CareEvent.CustomerSaid>(JsonSerializer.Deserialize(json, RecordJson.Default.CareEvent)).Files);
    }

    [Fact]
    public void Article_that_an_agents_words_were_made_from_is_kept_with_what_is_left_of_it()
    {
        var said = new CareEvent.AgentSaid(new("c1#1"), new(new("davide"), "Davide"), "Buongiorno", new(new("refund-times"), 40, 38, 45));

        var json = JsonSerializer.Serialize(said, RecordJson.Default.CareEvent);

        Assert.EndsWith(""","from":{"article":"refund-times","words":40,"kept":38,"sent":45}}""", json, StringComparison.Ordinal);
        Assert.Equal(said, JsonSerializer.Deserialize(json, RecordJson.Default.CareEvent));
    }

    [Fact]
    public void Reply_from_before_handoffs_were_told_to_the_channel_is_still_to_be_sent()
    {
        const string stored = """{"is":"reply","text":"Buongiorno","format":"plain","language":"it","choices":[]}""";

        Assert.Equal("Buongiorno", Assert.IsType<Effect.Reply>(JsonSerializer.Deserialize(stored, RecordJson.Default.Effect)).Text);
    }

    [Theory]
    [InlineData("""{"is":"handoffInitiated","contact":"c1#1","queue":"care","reason":"asked","article":"refund-times","language":"it","at":"2026-03-02T12:00:00+00:00"}""")]
    [InlineData("""{"is":"handoffInitiated","contact":"c1#1","queue":"care","reason":"misses","language":"en","at":"2026-03-02T12:00:00+00:00"}""")]
    [InlineData("""{"is":"handoffChanged","state":"accepted","language":"it","message":"Davide"}""")]
    [InlineData("""{"is":"handoffChanged","state":"failed","language":"it","message":"Davide"}""")]
    [InlineData("""{"is":"handoffChanged","state":"completed","language":"it"}""")]
    public void Word_of_a_handoff_is_kept_until_it_is_sent(string stored) =>
        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize(stored, RecordJson.Default.Effect), RecordJson.Default.Effect));

    [Theory]
    [InlineData("""{"is":"customerSaid","contact":"c1#1","text":"a"}""")]
    [InlineData("""{"is":"customerSaid","text":"ciao"}""")]
    [InlineData("""{"is":"customerSaid","contact":"c1#1","text":"a","message":"1700"}""")]
    [InlineData("""{"is":"customerCorrected","contact":"c1#1","message":"1700","text":"b"}""")]
    [InlineData("""{"is":"customerWithdrew","contact":"c1#1","message":"1700"}""")]
    public void Customers_words_and_what_they_do_to_them_are_kept(string stored) =>
        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize(stored, RecordJson.Default.CareEvent), RecordJson.Default.CareEvent));
}
