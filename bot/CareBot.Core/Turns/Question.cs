using System.Text.Json.Serialization;
using CareBot.Answers;

namespace CareBot.Turns;

/// <summary>What the bot has asked and not yet been told.</summary>
/// <remarks>Any other words of the customer are a new question and let this one fall.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Helpful), "helpful")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Rating), "rating")]
public abstract record Question
{
    private Question()
    {
    }

    /// <summary>Did this article help?</summary>
    /// <param name="Article">The article shown, or the first of several.</param>
    /// <param name="Others">The others shown with it; null when there were none.</param>
    public sealed record Helpful(ArticleId Article, IReadOnlyList<ArticleId>? Others = null) : Question
    {
        /// <summary>Every article that is asked about.</summary>
        [JsonIgnore]
        public IReadOnlyList<ArticleId> Articles => [Article, .. Others ?? []];
    }

    /// <summary>Which of these did you mean?</summary>
    public sealed record Choice(IReadOnlyList<Option> Options) : Question;

    /// <summary>Shall a person take over?</summary>
    /// <param name="AfterInsult">Whether it was asked because the customer had lost patience.</param>
    public sealed record Person(bool AfterInsult = false) : Question;

    /// <summary>How was the contact with our colleague, from 1 to 5?</summary>
    public sealed record Rating(ContactId Contact) : Question;
}

/// <summary>One choice, by the words the customer sees.</summary>
/// <param name="Article">The article it stands for, or the likeliest of them.</param>
/// <param name="Title">The article's title, or what several are about.</param>
/// <param name="Others">The other articles it stands for; null when it is only one.</param>
public sealed record Option(ArticleId Article, string Title, IReadOnlyList<ArticleId>? Others = null)
{
    /// <summary>Every article it stands for, the likeliest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<ArticleId> Articles => [Article, .. Others ?? []];
}
