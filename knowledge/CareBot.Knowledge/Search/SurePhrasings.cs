using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>Tells which phrasings find their article whatever the search has learnt, and which cannot, without learning anything.</summary>
/// <remarks>It goes the way of <see cref="KnowledgeIndex.Gather"/> as far as words alone decide. Any number of threads may ask it at once.</remarks>
internal sealed class SurePhrasings(Shelves shelves)
{
    /// <summary>How sure of the article the search is at least and at most. Where the least is above a half, it finds no other first.</summary>
    /// <returns>0 and 1 where all hangs on what it learns.</returns>
    public (double Min, double Max) Bounds(Inquiry inquiry, Article article)
    {
        var text = KnowledgeIndex.Read(inquiry);
        return IsOfTheConversation(text, inquiry.Prior)
            ? shelves[inquiry.Prior, ArticleKind.Faq].Bounds(text, article, other => other.IsForCustomers(inquiry.Channel, inquiry.Today))
            : (0, 1);
    }

    // Words decide for nearly all. Only for the rest is the form of the text asked, which takes longest to tell.
    private bool IsOfTheConversation(string text, Language spoken) =>
        !shelves.MayBeForeign(text, spoken)
        || Others(spoken).All(other => Gathering.IsOfTheConversation(text, spoken, other) == true)
        || shelves.LanguageOf(text) is not { } sensed
        || sensed == spoken;

    private static IEnumerable<Language> Others(Language spoken) => Enum.GetValues<Language>().Where(language => language != spoken);
}
