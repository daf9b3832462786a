using CareBot.Answers;
using CareBot.Desk;
using CareBot.Turns;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests;

/// <summary>Whatever happens in whatever order, these hold.</summary>
public class TurnPropertyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Sayings =
    [
        "rimborso", "consegna", "In quanto tempo arriva un ordine?", "1", "5", "sì", "no", "grazie", "ciao", "operatore",
        "what does delivery cost", "che squadra vince", "", "pacco rotto", "Nessuna di queste", "talk to a human",
        "tempi", "reso", "riparazione", "sei un robot?", "fate schifo", "?", "👍", "asdfgh", "vendete le gift card",
        "quando arriva il rimborso? e la consegna? e il gatto?", "il pacco rotto? e il rimborso?", "ahah", "arrivederci", "\ud800",
    ];

    private static Gen<Input> AnyInput { get; } =
        from agent in Gen.Elements("Giulia", "Marco").Select(name => new Agent(new(name), name))
        from other in Gen.Elements("Giulia", "Marco").Select(name => new AgentId(name))
        from said in Gen.Elements(Sayings)
        from input in Gen.Elements<Input>(
            new Input.CustomerJoined(), new Input.CustomerSaid(said), new Input.CustomerSaid(said), new Input.CustomerSaid(said, Message: "m1"),
            new Input.CustomerReacted(said.Length % 2 == 0), new Input.CustomerWithdrew(new(new("c1#1"), said, Message: "m1")),
            new Input.CustomerCorrected(new(new("c1#1"), said, Message: "m1"), "altre parole"),
            new Input.AgentClaimed(agent), new Input.AgentSaid(agent, "sì"), new Input.AgentNoted(agent, "nota"),
            new Input.AgentTookOver(agent, other), new Input.AgentReleased(agent), new Input.AgentClosed(agent), new Input.DeadlinePassed())
        select input;

    [Property(MaxTest = 500)]
    public Property Contacts_start_and_end_once_and_never_overlap() => Holds(steps =>
    {
        ContactId? open = null;
        foreach (var happened in steps.SelectMany(step => step.Decision.Events))
        {
            switch (happened)
            {
                case CareEvent.ContactStarted started:
                    Assert.Null(open);
                    open = started.Contact;
                    break;
                case CareEvent.ContactEnded ended:
                    Assert.Equal(open, ended.Contact);
                    open = null;
                    break;
            }
        }

        Assert.Equal(open, steps[^1].Decision.Next.Contact?.Id);
    });

    [Property(MaxTest = 500)]
    public Property Bot_is_silent_while_a_person_has_the_conversation() => Holds(steps => Assert.All(
        steps.Where(step => step.Before.Status is Status.WithAgent before && step.Decision.Next.Status is Status.WithAgent after
            && after.Agent == before.Agent),
        step => Assert.DoesNotContain(step.Decision.Effects, effect => effect is Effect.Reply { Agent: null })));

    [Property(MaxTest = 500)]
    public Property Customer_who_speaks_to_the_bot_is_never_left_without_a_reply() => Holds(steps => Assert.All(
        steps.Where(step => step.Before.Status is Status.WithBot && step.Input is Input.CustomerSaid),
        step => Assert.NotEmpty(step.Decision.Effects)));

    [Property(MaxTest = 500)]
    public Property Refused_act_changes_nothing() => Holds(steps => Assert.All(
        steps.Where(step => step.Decision.Refused is not null),
        step =>
        {
            Assert.Same(step.Before, step.Decision.Next);
            Assert.Empty(step.Decision.Events);
            Assert.Empty(step.Decision.Effects);
        }));

    [Property(MaxTest = 500)]
    public Property Queued_contact_is_told_to_the_customer_and_has_a_deadline() => Holds(steps => Assert.All(
        steps.Where(step => step.Before.Status is not Status.Queued && step.Decision.Next.Status is Status.Queued),
        step =>
        {
            Assert.NotNull(step.Decision.Next.DueAt);
            Assert.NotEmpty(step.Decision.Effects);
        }));

    [Property(MaxTest = 500)]
    public Property Nobody_answers_a_customer_whom_somebody_else_has() => Holds(steps => Assert.All(
        steps.SelectMany(step => step.Decision.Events.OfType<CareEvent.AgentSaid>(), (step, said) => (step.Before.Status, said.Agent)),
        step => Assert.Equal(step.Agent, Assert.IsType<Status.WithAgent>(step.Status).Agent)));

    [Property(MaxTest = 500)]
    public Property Customer_who_waits_for_an_agents_answer_is_never_forgotten() => Holds(steps =>
    {
        var waits = false;
        foreach (var step in steps)
        {
            waits = step.Decision.Next.Status is Status.WithAgent
                && (step.Before.Status is not Status.WithAgent || step.Input is Input.CustomerSaid
                    || (waits && !step.Decision.Events.Any(happened => happened is CareEvent.AgentSaid)));
            Assert.True(!waits || step.Decision.Next.DueAt is not null);
        }
    });

    [Property(MaxTest = 500)]
    public Property Place_in_the_queue_is_kept_from_the_first_wait_to_the_close() => Holds(steps => Assert.All(
        steps.Where(step => step.Before.Status is Status.WithAgent && step.Decision.Next.Status is Status.Queued),
        step => Assert.Equal(((Status.WithAgent)step.Before.Status).QueuedAt, ((Status.Queued)step.Decision.Next.Status).Since)));

    [Property(MaxTest = 500)]
    public Property Everything_said_to_the_customer_is_in_the_journal_in_order() => Holds(steps => Assert.All(
        steps,
        step => Assert.Equal(
            step.Decision.Effects.OfType<Effect.Reply>().Select(reply => reply.Text),
            step.Decision.Events.Select(happened => happened switch
            {
                CareEvent.BotSaid said => said.Text,
                CareEvent.AgentSaid said => said.Text,
                _ => null,
            }).Where(text => text is not null))));

    [Property(MaxTest = 500)]
    public Property Everything_that_becomes_of_a_handoff_is_told_to_the_channel_in_order() => Holds(steps => Assert.All(
        steps,
        step => Assert.Equal(
            step.Decision.Events.Select(happened => happened switch
            {
                CareEvent.HandoffInitiated initiated => $"wanted: {initiated.Reason}",
                CareEvent.HandoffReturned => $"wanted: {HandoffReason.Returned}",
                CareEvent.HandoffOverdue => $"{HandoffState.Failed}",
                CareEvent.HandoffAccepted => $"{HandoffState.Accepted}",
                CareEvent.HandoffCompleted => $"{HandoffState.Completed}",
                _ => null,
            }).Where(told => told is not null),
            step.Decision.Effects.OfType<Effect.Handoff>().Select(handoff => handoff switch
            {
                Effect.Handoff.Initiated initiated => $"wanted: {initiated.Reason}",
                Effect.Handoff.Changed changed => $"{changed.State}",
                _ => "?",
            }))));

    [Property(MaxTest = 500)]
    public Property Sign_under_a_message_judges_what_the_bot_has_asked_about_and_nothing_else_and_is_answered_by_nothing() => Holds(steps => Assert.All(
        steps.Where(step => step.Input is Input.CustomerReacted),
        step =>
        {
            var asked = (step.Before.Status as Status.WithBot)?.Pending as Question.Helpful;
            Assert.Equal(
                (asked?.Articles ?? []).Select(article => (article, ((Input.CustomerReacted)step.Input).Helpful)),
                step.Decision.Events.Cast<CareEvent.HelpJudged>().Select(judged => (judged.Article, judged.Helpful)));
            Assert.Empty(step.Decision.Effects);
            Assert.False(step.Decision.Next.Status is Status.WithBot { Pending: Question.Helpful });
        }));

    [Property(MaxTest = 500)]
    public Property Message_that_is_changed_or_deleted_is_written_down_and_moves_nothing() => Holds(steps => Assert.All(
        steps.Where(step => step.Input is Input.CustomerCorrected or Input.CustomerWithdrew),
        step =>
        {
            Assert.Same(step.Before, step.Decision.Next);
            Assert.Single(step.Decision.Events);
            Assert.Empty(step.Decision.Effects);
        }));

    [Property(MaxTest = 500)]
    public Property Customer_never_has_more_than_three_articles_to_choose_from_nor_two_questions_at_once() => Holds(steps => Assert.All(
        steps,
        step =>
        {
            Assert.InRange(step.Decision.Effects.OfType<Effect.Reply>().Count(reply => reply.Choices.Count > 0), 0, 1);
            Assert.False(step.Decision.Next.Status is Status.WithBot { Pending: Question.Choice { Options.Count: > 3 } });
        }));

    [Property(MaxTest = 500)]
    public Property What_the_talk_is_about_is_the_last_answer_of_the_open_contact() => Holds(steps => Assert.All(
        steps,
        step => Assert.Equal(
            step.Decision.Next.Contact is null ? null
                : step.Decision.Events.OfType<CareEvent.Answered>().LastOrDefault()?.Article ?? step.Before.About?.Article,
            step.Decision.Next.About?.Article)));

    private static Property Holds(Action<IReadOnlyList<Step>> check) => Prop.ForAll(
        Gen.NonEmptyListOf(AnyInput).ToArbitrary(),
        inputs => check(Play(inputs)));

    private static List<Step> Play(IEnumerable<Input> inputs)
    {
        var conversation = new Conversation { Id = new("c1"), Channel = "directline", StartedAt = Noon, Language = Language.Italian };
        var steps = new List<Step>();
        var now = Noon;
        foreach (var input in inputs)
        {
            now = input is Input.DeadlinePassed ? now.AddHours(1) : now.AddSeconds(5);
            var evidence = input is Input.CustomerSaid said ? SmallLibrary.Find(said.Text, conversation) : Evidence.None;
            var decision = Turn.Decide(conversation, input, evidence, new CarePolicy(), now);
            steps.Add(new(conversation, input, decision));
            conversation = decision.Next;
        }

        return steps;
    }

    private sealed record Step(Conversation Before, Input Input, Decision Decision);
}
