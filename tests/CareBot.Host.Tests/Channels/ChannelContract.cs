using CareBot.Desk;
using CareBot.Host.Desk;

namespace CareBot.Host.Tests.Channels;

/// <summary>What holds for a customer on any channel. A new channel is done when this is green for it.</summary>
public abstract class ChannelContract : IAsyncLifetime
{
    private static readonly Agent Ada = new(new("ada-1"), "Ada");

    internal CareBotApp App { get; private set; } = null!;

    public virtual async Task InitializeAsync() => App = await StartAsync();

    public virtual async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task Customer_is_answered_in_their_language_and_in_the_order_of_the_turn()
    {
        await SaysAsync("operatore", "m1");

        var arrived = await ArrivedAsync(2);

        Assert.Contains("sono l'assistente automatico", arrived[0].Text, StringComparison.Ordinal);
        Assert.Contains("non dovrà ripetere nulla", arrived[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_arrive_as_something_to_press()
    {
        await SaysAsync("quanto costa la spedizione?", "m1");

        Assert.Equal(["Sì, grazie", "No"], (await ArrivedAsync(2))[1].Choices);
    }

    [Fact]
    public async Task Message_that_comes_twice_is_answered_once()
    {
        await SaysAsync("operatore", "m1");
        await SaysAsync("operatore", "m1");
        await SaysAsync("grazie", "m2");
        await App.Get<CareDesk>().ClaimAsync(Conversation, Ada, CancellationToken.None);

        var arrived = await ArrivedAsync(3);

        Assert.Equal("Ada è in chat con lei.", arrived[2].Text);
    }

    [Fact]
    public async Task Person_speaks_under_their_own_name_and_the_bot_under_its_own()
    {
        await SaysAsync("operatore", "m1");
        await App.Get<CareDesk>().ClaimAsync(Conversation, Ada, CancellationToken.None);
        await App.Get<CareDesk>().ReplyAsync(Conversation, Ada, "Buongiorno, come posso aiutarla?", CancellationToken.None);

        var arrived = await ArrivedAsync(4);

        Assert.NotEqual("Ada", arrived[0].Speaker);
        Assert.Equal(("Buongiorno, come posso aiutarla?", "Ada"), (arrived[3].Text, arrived[3].Speaker));
    }

    [Fact]
    public async Task Answer_names_what_it_answers_and_what_a_person_says_unasked_names_nothing()
    {
        await SaysAsync("operatore", "m1");
        await App.Get<CareDesk>().ClaimAsync(Conversation, Ada, CancellationToken.None);

        var arrived = await ArrivedAsync(3);

        Assert.NotNull(arrived[0].Answers);
        Assert.Equal(arrived[0].Answers, arrived[1].Answers);
        Assert.Null(arrived[2].Answers);
    }

    [Fact]
    public async Task Fifty_messages_of_a_person_arrive_in_the_order_they_were_written()
    {
        await SaysAsync("operatore", "m1");
        await App.Get<CareDesk>().ClaimAsync(Conversation, Ada, CancellationToken.None);
        for (var i = 0; i < 50; i++)
        {
            await App.Get<CareDesk>().ReplyAsync(Conversation, Ada, $"riga {i}", CancellationToken.None);
        }

        var arrived = await ArrivedAsync(53);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"riga {i}"), arrived.Skip(3).Select(each => each.Text));
    }

    /// <summary>The service on which the channel runs.</summary>
    private protected abstract Task<CareBotApp> StartAsync();

    /// <summary>The one conversation.</summary>
    private protected abstract ConversationId Conversation { get; }

    /// <summary>The customer, an Italian, writes.</summary>
    private protected abstract Task SaysAsync(string text, string id);

    /// <summary>What has reached the customer, once it is so much.</summary>
    private protected abstract Task<IReadOnlyList<Arrived>> ArrivedAsync(int count);

    /// <param name="Text">The words.</param>
    /// <param name="Speaker">The name under which they were said.</param>
    /// <param name="Choices">What can be pressed.</param>
    /// <param name="Answers">The channel's id of what is answered; null when nothing is.</param>
    private protected sealed record Arrived(string Text, string? Speaker, IReadOnlyList<string> Choices, string? Answers);
}
