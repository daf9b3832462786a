using CareBot.Procedures.Expressions;
using CareBot.Procedures.Slots;

namespace CareBot.Procedures;

/// <summary>Something that a procedure must know of the customer.</summary>
public sealed record Slot
{
    /// <summary>The most characters that are kept of what a customer says for one slot.</summary>
    public const int LengthMax = 2_000;

    /// <summary>By which formulas call it.</summary>
    public required string Name { get; init; }

    /// <summary>What may be in it, and how it is read.</summary>
    public required SlotType Type { get; init; }

    /// <summary>The question that asks for it; null when it is never asked.</summary>
    public Message? Ask { get; init; }

    /// <summary>What it is called in a recap, such as "the order number".</summary>
    public required Wording Label { get; init; }

    /// <summary>What must hold of it beyond its type; null when nothing must.</summary>
    public Expression? Valid { get; init; }

    /// <summary>What is said when <see cref="Valid"/> does not hold.</summary>
    public Message? Invalid { get; init; }

    /// <summary>What it holds when nobody fills it; null when nothing.</summary>
    public Expression? Default { get; init; }

    /// <summary>Whether the message that a request begins with may tell it: one of a few in the words of any sentence. Codes and addresses
    /// are taken from there anyhow.</summary>
    public bool IsToldAtOnce { get; init; }

    /// <summary>Whether the customer may leave it empty.</summary>
    public bool MayRefuse { get; init; }

    /// <summary>Whether it is masked wherever it is shown to anyone but the customer and the agent who helps them.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Where it is written, from 1.</summary>
    public required int Line { get; init; }
}
