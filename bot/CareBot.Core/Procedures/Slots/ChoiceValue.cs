namespace CareBot.Procedures.Slots;

/// <summary>One of the values of a list.</summary>
/// <param name="Name">As procedures know it.</param>
/// <param name="Italian">What customers may say for it in Italian; the first is what they are shown.</param>
/// <param name="English">The same in English.</param>
public sealed record ChoiceValue(string Name, IReadOnlyList<string> Italian, IReadOnlyList<string> English)
{
    /// <summary>As customers read it.</summary>
    public string In(Language language) => (language == Language.Italian ? Italian : English) is [var first, ..] ? first : Name;

    /// <inheritdoc/>
    public bool Equals(ChoiceValue? other) =>
        other is not null && Name == other.Name && Italian.SequenceEqual(other.Italian) && English.SequenceEqual(other.English);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
