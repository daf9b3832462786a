namespace CareBot.Desk;

/// <summary>The identity of a person at the desk.</summary>
public readonly record struct AgentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person at the desk. Never the bot.</summary>
/// <param name="Id">Who they are in the company.</param>
/// <param name="Name">The name that customers see.</param>
public sealed record Agent(AgentId Id, string Name);

/// <summary>Where contacts wait for a person.</summary>
public readonly record struct QueueName(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
