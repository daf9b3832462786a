using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CareBot.Procedures;

/// <summary>What a slot or a field holds.</summary>
/// <remarks>The short names are what the store keeps: a case may be renamed, they may not.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Nothing), "nothing")]
[JsonDerivedType(typeof(Truth), "truth")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Instant), "instant")]
[JsonDerivedType(typeof(Sequence), "list")]
[JsonDerivedType(typeof(Fields), "fields")]
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>No value: a slot that was not filled, a field that the other system left out.</summary>
    public sealed record Nothing : Value
    {
        /// <summary>The only one there need be.</summary>
        public static Nothing Here { get; } = new();
    }

    /// <summary>Yes or no.</summary>
    public sealed record Truth([property: JsonPropertyName("value")] bool Is) : Value;

    /// <summary>A number; an amount of money in the currency of its procedure.</summary>
    public sealed record Number(decimal Amount) : Value;

    /// <summary>Words, a code, one of an enumeration.</summary>
    public sealed record Text(string Words) : Value;

    /// <summary>A day in the company's time zone.</summary>
    public sealed record Date(DateOnly Day) : Value;

    /// <summary>An instant, UTC.</summary>
    public sealed record Instant(DateTimeOffset At) : Value;

    /// <summary>Several values in order.</summary>
    public sealed record Sequence(IReadOnlyList<Value> Items) : Value
    {
        /// <inheritdoc/>
        public bool Equals(Sequence? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Count;
    }

    /// <summary>Named values: what another system answers, what a decision table decides, an address.</summary>
    public sealed record Fields(ImmutableSortedDictionary<string, Value> Named) : Value
    {
        /// <summary>By name, in the order of their signs whatever the machine's language: also where the store has read them.</summary>
        public ImmutableSortedDictionary<string, Value> Named { get; init; } = Named.WithComparers(StringComparer.Ordinal);

        /// <summary>Named values from pairs.</summary>
        public static Fields Of(params IEnumerable<(string Name, Value Value)> pairs) =>
            new(pairs.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

        /// <summary>The value of a name; <see cref="Nothing"/> where there is none.</summary>
        public Value this[string name] => Named.GetValueOrDefault(name, Nothing.Here);

        /// <inheritdoc/>
        public bool Equals(Fields? other) => other is not null && Named.SequenceEqual(other.Named);

        /// <inheritdoc/>
        public override int GetHashCode() => Named.Count;
    }

    /// <summary>Whether there is a value at all.</summary>
    [JsonIgnore]
    public bool IsGiven => this is not Nothing;

    /// <summary>The value as programs write it: dates as <c>2026-11-26</c>, numbers with a point, truths as <c>true</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Nothing => "",
        Truth truth => truth.Is ? "true" : "false",
        Number number => number.Amount.ToString("0.############", CultureInfo.InvariantCulture),
        Text text => text.Words,
        Date date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Instant instant => instant.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Sequence sequence => string.Join(", ", sequence.Items),
        Fields fields => string.Join(", ", fields.Named.Values.Where(value => value.IsGiven)),
        _ => throw new UnreachableException(),
    };
}
