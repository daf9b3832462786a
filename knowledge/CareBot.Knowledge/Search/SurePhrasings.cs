using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Tells which phrasings find their article whatever the search has learnt, without learning anything.</summary>
/// <remarks>It goes the way of <see cref="KnowledgeIndex.Gather"/> as far as words alone decide. Any number of threads may ask it at once.</remarks>
internal sealed class SurePhrasings
{
    private readonly Shelves shelves;

    private SurePhrasings(Shelves shelves) => this.shelves = shelves;

    public static SurePhrasings Of(Library library) =>
        new(Shelves.Build(library.Articles, Shelves.Sort(library.Articles), library.Synonyms.Entries));

    /// <summary>How sure of the article the search is at least, and surer than of any other.</summary>
    /// <returns>0 where that hangs on what it learns.</returns>
    public double ConfidenceMin(Inquiry inquiry, Article article)
    {
        var text = KnowledgeIndex.Read(inquiry);
        var sensed = shelves.LanguageOf(text) ?? inquiry.Prior;
        return sensed == inquiry.Prior || Gathering.IsOfTheConversation(text, inquiry.Prior, sensed) == true
            ? shelves[inquiry.Prior, ArticleKind.Faq].ConfidenceMin(text, article, other => other.IsForCustomers(inquiry.Channel, inquiry.Today))
            : 0;
    }
}
