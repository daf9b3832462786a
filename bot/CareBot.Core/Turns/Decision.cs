using System.Text.Json.Serialization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Turns;

/// <summary>What one turn comes to. State, events and effects are saved together or not at all.</summary>
/// <param name="Next">The conversation as it is now.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Effects">What must still be done, in order.</param>
public sealed record Decision(Conversation Next, IReadOnlyList<CareEvent> Events, IReadOnlyList<Effect> Effects)
{
    /// <summary>Why an agent's act changed nothing; null when it was carried out.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>The slot that it was refused for, as people call it; null when it was for none.</summary>
    public Wording? RefusedFor { get; init; }
}

/// <summary>Something to be done in the world because of a turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Act), "act")]
[JsonDerivedType(typeof(Handoff.Initiated), "handoffInitiated")]
[JsonDerivedType(typeof(Handoff.Changed), "handoffChanged")]
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A message to the customer.</summary>
    /// <param name="Text">What to say.</param>
    /// <param name="Format">How to read <paramref name="Text"/>.</param>
    /// <param name="Language">The language it is in.</param>
    /// <param name="Agent">The person who says it; null when it is the bot.</param>
    /// <param name="Choices">Texts offered as buttons; pressing one is saying it.</param>
    /// <param name="Form">What the customer may fill in besides, where the channel can show it; null when nothing.</param>
    public sealed record Reply(
        string Text, TextFormat Format, Language Language, Agent? Agent, IReadOnlyList<string> Choices, Form? Form = null) : Effect;

    /// <summary>Another system is asked, or does something. Its answer comes back as <see cref="Input.ActionReturned"/>.</summary>
    public sealed record Act(ActionCall Call) : Effect;

    /// <summary>Word of a handoff to the programs at the other end of the channel; nobody reads it as a message.</summary>
    public abstract record Handoff : Effect
    {
        private Handoff()
        {
        }

        /// <summary>A person is wanted.</summary>
        /// <param name="Contact">For which contact.</param>
        /// <param name="Queue">Where it waits.</param>
        /// <param name="Reason">Why.</param>
        /// <param name="Article">The article last shown in it; null when there was none.</param>
        /// <param name="Language">The language the customer is answered in.</param>
        /// <param name="At">The instant of the turn: what was said up to then is what a person must read.</param>
        public sealed record Initiated(
            ContactId Contact, QueueName Queue, HandoffReason Reason, ArticleId? Article, Language Language, DateTimeOffset At) : Handoff;

        /// <summary>What has become of the wish for a person.</summary>
        /// <param name="State">How it stands.</param>
        /// <param name="Language">The language of <paramref name="Message"/>.</param>
        /// <param name="Message">The same for people; null where the state says it all.</param>
        public sealed record Changed(HandoffState State, Language Language, string? Message) : Handoff;
    }
}

/// <summary>What a customer may fill in. Nobody has to: whatever it asks for can be said in words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Form>))]
public enum Form
{
    /// <summary>What a person should know before they answer: the order and the matter.</summary>
    [JsonStringEnumMemberName("handoff")]
    Handoff,
}

/// <summary>How a channel must read a text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextFormat>))]
public enum TextFormat
{
    /// <summary>As it stands: whatever a person typed.</summary>
    [JsonStringEnumMemberName("plain")]
    Plain,

    /// <summary>Markdown: only what the bot composed out of the library.</summary>
    [JsonStringEnumMemberName("markdown")]
    Markdown,
}
