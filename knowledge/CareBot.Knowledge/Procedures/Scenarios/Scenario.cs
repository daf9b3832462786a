using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>A story that proves a procedure: what happens, and what must come of it.</summary>
internal sealed record Scenario
{
    /// <summary>The procedure that it is about.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The version that it was written for; null for whichever there is.</summary>
    public int? Version { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Where it begins.</summary>
    public required Spot At { get; init; }

    /// <summary>The instant at which it begins.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The language that the conversation begins in.</summary>
    public Language Language { get; init; } = Language.Italian;

    /// <summary>The Bot Framework's name of the channel.</summary>
    public string Channel { get; init; } = "directline";

    /// <summary>What happens and what is expected, in order.</summary>
    public required IReadOnlyList<ScenarioLine> Lines { get; init; }
}

/// <summary>A line of a scenario.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Written">The line as written.</param>
internal abstract record ScenarioLine(Spot At, string Written)
{
    /// <summary>Another system answers like this from here on.</summary>
    public sealed record Given(Spot At, string Written, Scenarios.Given What) : ScenarioLine(At, Written);

    /// <summary>Something happens.</summary>
    public sealed record Does(Spot At, string Written, Happening What) : ScenarioLine(At, Written);

    /// <summary>Something must have come of it: all of these.</summary>
    public sealed record Expects(Spot At, string Written, IReadOnlyList<Expectation> What) : ScenarioLine(At, Written);
}

/// <summary>Something that happens in a scenario.</summary>
internal abstract record Happening
{
    /// <summary>The customer opens the chat.</summary>
    public sealed record Joins : Happening;

    /// <summary>The customer writes, with files or without.</summary>
    public sealed record Says(string Text, IReadOnlyList<string> Files, bool InForm) : Happening;

    /// <summary>The customer puts a sign under the last answer.</summary>
    public sealed record Reacts(bool Helpful) : Happening;

    /// <summary>The customer changes their last message; without a text they delete it.</summary>
    public sealed record Rewrites(string? Text) : Happening;

    /// <summary>Something happens elsewhere, at once or after a time.</summary>
    public sealed record Event(string Name, Value.Fields With, Moment? At) : Happening;

    /// <summary>Time passes.</summary>
    public sealed record TimePasses(Moment Until) : Happening;

    /// <summary>A colleague does, or cannot do, what a step asks of people.</summary>
    public sealed record Worked(string? Step, bool Done, IReadOnlyList<Named> Values) : Happening;

    /// <summary>A colleague says yes or no.</summary>
    public sealed record Approves(string? Step, bool Yes) : Happening;

    /// <summary>An agent does something with the conversation.</summary>
    public sealed record AgentActs(string Agent, AgentAct Act, string? Name, string? Text) : Happening;
}

/// <summary>What agents do with a conversation.</summary>
internal enum AgentAct
{
    Claims,
    Says,
    Notes,
    Fills,
    HandsBack,
    Starts,
    Closes,
    Releases,
    TakesOver,
}
