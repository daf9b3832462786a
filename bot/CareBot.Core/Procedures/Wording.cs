namespace CareBot.Procedures;

/// <summary>The same words in each language that customers are served in.</summary>
/// <param name="Italian">In Italian.</param>
/// <param name="English">In English.</param>
public sealed record Wording(string Italian, string English)
{
    /// <summary>What is called the same in every language: a code, a name.</summary>
    public static Wording Same(string words) => new(words, words);

    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.Italian ? Italian : English;
}
