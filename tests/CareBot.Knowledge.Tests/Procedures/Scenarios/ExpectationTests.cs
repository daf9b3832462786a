namespace CareBot.Knowledge.Tests.Procedures.Scenarios;

/// <summary>A scenario that expects what does not happen fails, and says what happens.</summary>
public sealed class ExpectationTests : IDisposable
{
    private const string Asked = "> C: return the lamp of order A100\n";

    private const string Waits = $"{Asked}> C: I'd rather not say\n> C: yes\n> C: anna@example.it\n";

    private readonly LampShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData(Asked, "< B: ~ \"umbrella\"", "said was \"")]
    [InlineData(Asked, "< B: \"Why\"", "said was \"")]
    [InlineData(Asked, "< B: not ~ \"Why\"; asks order_id", "asked is `reason`")]
    [InlineData(Asked, "< B: choices Yes | No", "[faulty | second thoughts | I'd rather not say]")]
    [InlineData(Asked, "< B: template receipt", "no template was said")]
    [InlineData(Waits, "< B: template refusal", "the template said was receipt")]
    [InlineData(Asked, "- nothing else said", "said was \"Why are you returning it?\"")]
    [InlineData(Asked, "- asks to give up", "it is not asked")]
    [InlineData(Waits, "- asks email", "nothing is asked")]
    [InlineData(Waits, "- table returns row 2", "decided has row 3")]
    [InlineData(Asked, "- table returns row 2", "`returns` has decided nothing")]
    [InlineData(Waits, "- case.type = repair", "the case's type is return")]
    [InlineData(Asked, "- case.type = repair", "no case was opened")]
    [InlineData(Waits, "- promise refund = 2026-12-09", "it is due 2026-12-08 23:59")]
    [InlineData(Waits, "- promise refund kept", "it is open")]
    [InlineData(Waits, "- promise parcel = 2026-12-09", "nothing of this name is promised")]
    [InlineData(Waits, "- promise refund none", "it is due 2026-12-08 23:59")]
    [InlineData(Waits, "- slot refund = 60", "it is 59.9")]
    [InlineData(Waits, "- slot nowhere = 60", "it is empty")]
    [InlineData(Waits, "- at refund", "it is at `parcel`")]
    [InlineData(Waits, "- api shop.label not called", "it was called once: order=A100")]
    [InlineData(Waits, "- api shop.label called once with order=A101", "it was called once: order=A100")]
    [InlineData(Waits, "- api shop.refund called", "it was not called")]
    [InlineData(Waits, "- copy sent to bruno@example.it", "sent were to anna@example.it: I have opened case")]
    [InlineData(Waits, "- copy sent to anna@example.it ~ \"umbrella\"", "sent were to anna@example.it")]
    [InlineData(Asked, "- copy sent to bruno@example.it", "no copy was sent")]
    [InlineData(Waits, "- no copy sent", "sent were to anna@example.it")]
    [InlineData(Waits, "- handoff queue returns", "nobody was called")]
    [InlineData(Asked + "> C: operator\n", "- handoff queue returns", "the queue is care")]
    [InlineData(Asked + "> C: operator\n", "- handoff reason ~ \"defect\"", "the reason is Asked, or Asked")]
    [InlineData(Asked + "> C: operator\n", "- no handoff", "somebody was called, in the queue care")]
    [InlineData(Waits, "- end = resolved", "it goes on, at `parcel`")]
    [InlineData(Asked + "> C: cancel\n> C: yes\n", "- end = resolved", "it ended Cancelled")]
    [InlineData(Asked + "> C: cancel\n> C: yes\n", "- goes on", "it ended Cancelled")]
    [InlineData(Asked, "- incident ~ \"umbrella\"", "nothing went wrong")]
    [InlineData(Asked, "- with queue", "the conversation is with the bot")]
    [InlineData(Asked, "- refused NotWithYou", "it was carried out")]
    public void Other_than_expected_is_told_with_what_happened(string before, string expected, string instead)
    {
        var played = shop.Play($"{before}{expected}");

        Assert.False(played.Passed, "it passed");
        var first = played.Message!.Split('\n')[0];
        Assert.StartsWith($"procedures/lamp-return/scenarios/own.md:{8 + before.Count(c => c == '\n')}: expected `{expected.TrimStart('-', '<', ' ')}`, but ", first);
        Assert.Contains(instead, first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> C: return the lamp of order A200", "expected an answer of `shop.order`, but nothing is given for the call (id=A200); write `- given shop.order → …`.")]
    [InlineData(Asked + "- agent claims\n", "expected the agent's act to be carried out, but it was refused: NotWaiting.")]
    [InlineData(Asked + "- task done\n", "expected `- task done`, but no task waits.")]
    [InlineData(Asked + "- agent hands back\n", "expected `- agent hands back`, but no procedure is with a person.")]
    [InlineData("- event goods.received\n", "expected `- event goods.received`, but no procedure is under way that it could concern.")]
    public void What_must_not_happen_in_silence_fails_a_scenario(string turns, string message) =>
        Assert.Contains(message, shop.Play(turns).Message, StringComparison.Ordinal);

    [Fact]
    public void Error_that_no_step_handles_must_be_expected()
    {
        const string Down = "- given shop.order(id=A300) → exploded\n> C: return the lamp of order A300\n";

        Assert.Contains("an incident that no step handles: shop.order: exploded", shop.Play(Down).Message, StringComparison.Ordinal);
        Assert.True(shop.Play($"{Down}- incident ~ \"exploded\"; with queue").Passed);
    }

    [Fact]
    public void First_failure_ends_a_scenario_where_something_is_done_again()
    {
        var played = shop.Play($"{Asked}- at why; at find\n- at label\n> C: defect\n- at nowhere");

        Assert.Equal(2, played.Message!.Split('\n').Count(line => line.Contains(": expected ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Answers_are_given_in_the_order_written_and_those_for_a_call_before_those_for_all()
    {
        var played = shop.Play("""
            - given shop.order(id=A400) → not_found
            - given shop.order(id=A400) → { total: 10, delivered_on: 2026-11-20 }
            - given shop.order → not_found
            > C: return the lamp of order A400
            < B: ~ "can't find"
            > C: A401
            < B: ~ "can't find"
            > C: A400
            < B: asks reason
            """);

        Assert.True(played.Passed, played.Message);
    }

    [Fact]
    public void Answer_that_comes_late_keeps_nobody_waiting_and_goes_on_when_it_is_there()
    {
        var played = shop.Play("""
            - given shop.order(id=A500) → { total: 10, delivered_on: 2026-11-20 } after 10m!
            > C: return the lamp of order A500
            - at find
            > C: how much is shipping?
            < B: ~ "€5.90"
            - at find
            - time 10m!
            < B: asks reason
            """);

        Assert.True(played.Passed, played.Message);
    }

    [Fact]
    public void Timers_fall_due_in_their_order_and_once()
    {
        var played = shop.Play($"""
            {Waits}- time 2026-12-08 12:00
            - nothing said; promise refund = 2026-12-08; at parcel
            - time 2026-12-09 00:00
            < B: ~ "A reminder"
            - nothing else said; promise refund missed; alert queue finance; no handoff; with bot
            - time 2026-12-22 12:00
            - nothing said
            - time 2026-12-23 00:00
            < B: ~ "passing this conversation to a colleague"
            - nothing else said; at parcel; handoff reason ~ "parcel"
            """);

        Assert.True(played.Passed, played.Message);
    }

    [Fact]
    public void Customer_corrects_goes_back_gives_up_and_comes_back_after_days()
    {
        var played = shop.Play($"""
            - given shop.order(id=A101) → {"{"} total: 25, delivered_on: 2026-11-20 {"}"}
            {Asked}> C: second thoughts
            < B: asks confirm
            > C: sorry, the order is A101
            < B: ~ "I have corrected the order number: A101"
            - slot order_id = A101; slot refund = 20; at confirmation
            > C: back
            < B: asks reason
            > C: second thoughts
            - time 3d!
            > C: hello
            < B: asks to go on
            > C: yes, let's go on
            < B: asks confirm
            > C: cancel
            < B: asks to give up
            > C: no
            < B: asks confirm
            > C: cancel
            > C: yes, cancel it
            - end = cancelled
            """);

        Assert.True(played.Passed, played.Message);
    }

    [Fact]
    public void Agent_takes_over_fills_in_and_hands_back()
    {
        var played = shop.Play($"""
            {Asked}> C: I want to talk to a person
            - with queue; at why
            - agent claims
            - agent notes "Speaks softly."
            - agent says "Hello, I am Giulia."
            < B: ~ "I am Giulia"
            - agent fills reason "faulty"
            - slot reason = defect
            - agent fills email "nobody"
            - refused NotReadable
            - agent Marco takes over from Giulia
            - agent Marco hands back
            < B: asks confirm
            """);

        Assert.True(played.Passed, played.Message);
    }
}
