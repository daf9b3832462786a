using System.Text.Json.Serialization;

namespace CareBot.Desk;

/// <summary>Why a contact was passed to people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandoffReason>))]
public enum HandoffReason
{
    /// <summary>The customer asked for a person.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    /// <summary>The bot had no answer, offered a person, and the customer said yes.</summary>
    [JsonStringEnumMemberName("offered")]
    Offered,

    /// <summary>The bot had no answer too many times in a row.</summary>
    [JsonStringEnumMemberName("misses")]
    Misses,

    /// <summary>The article that answers says that a person must follow.</summary>
    [JsonStringEnumMemberName("article")]
    Article,

    /// <summary>The agent who had it gave it back, or left the customer without an answer.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>A procedure needs a person: it says so, or cannot go on by itself.</summary>
    [JsonStringEnumMemberName("procedure")]
    Procedure,
}

/// <summary>Why a contact went from an agent back into the queue.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnReason>))]
public enum ReturnReason
{
    /// <summary>The agent gave it back.</summary>
    [JsonStringEnumMemberName("released")]
    Released,

    /// <summary>The customer waited for the agent's answer longer than the policy allows.</summary>
    [JsonStringEnumMemberName("unanswered")]
    Unanswered,
}

/// <summary>How a wish for a person stands, in the Bot Framework's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandoffState>))]
public enum HandoffState
{
    /// <summary>A person has the contact.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Nobody took it in the time that was promised. It goes on waiting, and may be accepted yet.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The person has closed it.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,
}

/// <summary>Why an agent's act changed nothing.</summary>
public enum Refusal
{
    /// <summary>Another agent has the conversation.</summary>
    AlreadyTaken,

    /// <summary>The conversation is neither waiting nor with this agent.</summary>
    NotWithYou,

    /// <summary>The conversation is not waiting for a person.</summary>
    NotWaiting,

    /// <summary>There is no such procedure.</summary>
    NoSuchProcedure,

    /// <summary>The run is over, or no person has it, or it has no such slot.</summary>
    NoSuchRun,

    /// <summary>The procedure is out of use for good: its runs are finished by people.</summary>
    ProcedureStopped,

    /// <summary>What was typed is no value for the slot.</summary>
    NotReadable,

    /// <summary>The decision is another role's.</summary>
    NotYours,

    /// <summary>A task is not done before everything is filled in that the procedure goes on with.</summary>
    Incomplete,
}
