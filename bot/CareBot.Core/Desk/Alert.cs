using System.Text.Json.Serialization;
using CareBot.Procedures;

namespace CareBot.Desk;

/// <summary>Something in a conversation that a colleague should look at and the customer need not hear of.</summary>
/// <param name="Id">By what it is known; the same again is one.</param>
/// <param name="Run">The run it is about, which may be over.</param>
/// <param name="Queue">Whose it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="About">What has happened, in each language: a promise by its name, the words of whoever wants to be called.</param>
/// <param name="At">Since when.</param>
public sealed record Alert(string Id, RunId Run, QueueName Queue, AlertKind Kind, Wording About, DateTimeOffset At)
{
    /// <summary>The alerts of one conversation that wait at a time; beyond them the oldest is dropped, and stays in the journal.</summary>
    public const int Max = 50;
}

/// <summary>What an alert is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertKind>))]
public enum AlertKind
{
    /// <summary>Something was not over by the time that was promised.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,

    /// <summary>Another system could not do what nothing waits for: send a copy, undo something.</summary>
    [JsonStringEnumMemberName("notDone")]
    NotDone,

    /// <summary>The customer has given up what has been done in part, and that part cannot be undone by itself.</summary>
    [JsonStringEnumMemberName("givenUp")]
    GivenUp,

    /// <summary>The rules have changed under a run: somebody must see whether it is still right.</summary>
    [JsonStringEnumMemberName("review")]
    Review,

    /// <summary>The procedure is out of use for good, and the run has stopped where it was while it waited for others than the customer: somebody must finish it.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
