namespace CareBot.Procedures;

/// <summary>A case that a run has opened, as its formulas and colleagues see it.</summary>
/// <param name="Code">The code by which customers and agents know it.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Priority">How urgent it is: <c>low</c>, <c>normal</c>, <c>high</c>.</param>
/// <param name="OpenedOn">The day, in the company's time zone.</param>
/// <param name="Tags">What it is marked with, in the order of their names.</param>
public sealed record CaseFile(string Code, string Type, string Priority, DateOnly OpenedOn, IReadOnlyList<string> Tags)
{
    /// <summary>The names by which formulas know its parts.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["code", "type", "priority", "opened_on", "tags"];

    /// <summary>The case that a value is; null where it is none.</summary>
    public static CaseFile? Of(Value? value) =>
        value is Value.Fields fields
        && fields["code"] is Value.Text code
        && fields["type"] is Value.Text type
        && fields["priority"] is Value.Text priority
        && fields["opened_on"] is Value.Date opened
            ? new(code.Words, type.Words, priority.Words, opened.Day, Words(fields["tags"]))
            : null;

    /// <summary>What <see cref="Of"/> reads.</summary>
    public Value.Fields ToValue() => Value.Fields.Of(
    [
        ("code", new Value.Text(Code)),
        ("type", new Value.Text(Type)),
        ("priority", new Value.Text(Priority)),
        ("opened_on", new Value.Date(OpenedOn)),
        ("tags", new Value.Sequence([.. Tags.Select(tag => new Value.Text(tag))])),
    ]);

    // Cases of runs that began before cases were marked have no tags at all.
    private static IReadOnlyList<string> Words(Value tags) =>
        tags is Value.Sequence sequence ? [.. sequence.Items.OfType<Value.Text>().Select(tag => tag.Words)] : [];
}
