using System.Text.Json.Serialization;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>What one turn comes to. State, events and effects are saved together or not at all.</summary>
/// <param name="Next">The conversation as it is now.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Effects">What must still be done, in order.</param>
public sealed record Decision(Conversation Next, IReadOnlyList<CareEvent> Events, IReadOnlyList<Effect> Effects)
{
    /// <summary>Why an agent's act changed nothing; null when it was carried out.</summary>
    public Refusal? Refused { get; init; }
}

/// <summary>Something to be done in the world because of a turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Reply), "reply")]
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
    public sealed record Reply(
        string Text, TextFormat Format, Language Language, Agent? Agent, IReadOnlyList<string> Choices) : Effect;
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
