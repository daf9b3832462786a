using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Ranks the customers' articles of one language that may be shown.</summary>
internal delegate IReadOnlyList<Ranked> Rank(string text, Language language, Func<Article, bool> mayShow);

/// <summary>Finds out what one turn needs to know: it lives for one call of <see cref="KnowledgeIndex.Gather"/>.</summary>
internal sealed class Gathering(Library library, ChannelTexts texts, Rank rank, Inquiry inquiry)
{
    /// <summary>The confidence from which an article is likely enough to be worth a question.</summary>
    private const double LikelyMin = 0.25;

    /// <summary>The confidence from which an article is more likely than not.</summary>
    private const double EvenMin = 0.5;

    /// <summary>The confidence from which words stand by themselves although they seem to lean on what went before.</summary>
    private const double SureMin = 0.8;

    /// <summary>The words up to which a message may be in another language by its looks and still belong to the conversation's:
    /// an Italian types "tracking".</summary>
    private const int ShortWordsMax = 2;

    /// <param name="text">The customer's words.</param>
    /// <param name="sensed">The language they look to be in; null where that cannot be told.</param>
    public Evidence Of(string text, Language? sensed)
    {
        var language = sensed is { } other && other != inquiry.Prior && IsOfTheConversation(text, other) ? null : sensed;
        var spoken = language ?? inquiry.Prior;
        var last = inquiry.About is { } about ? InEither(about, spoken) : null;
        var whole = Find(text, spoken, last);
        return new()
        {
            Language = language,
            Passages = whole.Passages,
            MayMean = whole.MayMean,
            Parts = Parts(text, spoken, last),
            Offered = [.. inquiry.Offered.Select(id => InEither(id, inquiry.Prior)).OfType<Article>().Select(article => texts.Passage(article, 1))],
        };
    }

    private List<Finding> Parts(string text, Language language, Article? last)
    {
        var parts = MessageParts.Of(text, Words.Of(language));
        var found = new List<Finding>();
        foreach (var part in parts.Count > 1 ? parts : [])
        {
            // "Consegnate in Svizzera? E quanto costa?": the second is about what the first found.
            found.Add(Find(part, language, last));
            last = found[^1].Passages is [{ Confidence: >= EvenMin } best, ..] ? InEither(best.Article, language) : last;
        }

        return found;
    }

    private Finding Find(string text, Language language, Article? last)
    {
        var words = Words.Of(language);
        var alone = rank(text, language, IsForCustomer);
        var lean = last is null || last.Topic.Length == 0 ? Lean.None : FollowUp.Of(text, words);
        var ranked = lean == Lean.None ? alone : InContext(text, language, last!, lean, alone);
        if (ranked is not [{ Confidence: >= LikelyMin }, ..])
        {
            ranked = OnlyInOther(text, language) is [_, ..] other ? other : ranked;
        }

        return new()
        {
            Text = text,
            Passages = [.. ranked.Take(KnowledgeIndex.PassagesMax).Select(each => texts.Passage(each.Article, each.Confidence))],
            MayMean = lean == Lean.Full
                ? []
                : [.. BareSubject.Of(text, words, alone).Take(KnowledgeIndex.PassagesMax).Select(article => texts.Passage(article, Sure(alone, article)))],
        };
    }

    /// <summary>What words find that lean on the last answer: what its topic has for them, or else what is found by them and,
    /// in other topics, by them together with the last answer's title.</summary>
    private IReadOnlyList<Ranked> InContext(string text, Language language, Article last, Lean lean, IReadOnlyList<Ranked> alone)
    {
        var elsewhere = alone.Where(each => each.Article.Topic != last.Topic).ToList();
        var away = lean == Lean.Some && elsewhere is [var other, ..] && other.Article == alone[0].Article ? other.Confidence : 0;
        var inTopic = away >= SureMin ? [] : rank(text, language, article => IsForCustomer(article) && article.Topic == last.Topic);
        if (inTopic is [{ Confidence: var confidence and >= EvenMin }, ..] && confidence > away)
        {
            return
            [
                .. inTopic.Concat(elsewhere.Select(each => each with { Confidence = each.Confidence * (1 - confidence) }))
                    .OrderByDescending(each => each.Confidence),
            ];
        }

        var together = rank($"{last.Title} {text}", language, article => IsForCustomer(article) && article.Topic != last.Topic);
        if (away >= SureMin && together is [{ Confidence: >= LikelyMin } best, ..] && best.Article == alone[0].Article)
        {
            return alone;
        }

        // Neither is to be trusted alone: the words say too little, and the title draws what shares its words.
        return
        [
            .. elsewhere.Concat(together).Select(each => each.Article).Distinct()
                .Select(article => new Ranked(article, (Sure(elsewhere, article) + Sure(together, article)) / 2))
                .OrderByDescending(each => each.Confidence),
        ];
    }

    /// <summary>What is likely to answer, but is written in the other language only: found by the words that it lends.</summary>
    private List<Ranked> OnlyInOther(string text, Language language)
    {
        var other = language == Language.Italian ? Language.English : Language.Italian;
        var lent = string.Join(' ', Words.Of(language).In(text).Where(word => !word.IsStop).Select(word => word.Plain));
        return
        [
            .. rank(lent, other, article => IsForCustomer(article) && (library.Find(article.Id, language) is not { } same || !IsForCustomer(same)))
                .TakeWhile(each => each.Confidence >= LikelyMin),
        ];
    }

    /// <summary>Whether a text that looks like another language is of the conversation's all the same: by the small words between
    /// those it borrows, or, where it is hardly more than a word, by what that finds.</summary>
    private bool IsOfTheConversation(string text, Language sensed)
    {
        if (IsOfTheConversation(text, inquiry.Prior, sensed) is { } byWords)
        {
            return byWords;
        }

        var here = rank(text, inquiry.Prior, IsForCustomer);
        return here is [{ Confidence: >= LikelyMin } best, ..]
            && best.Confidence >= (rank(text, sensed, IsForCustomer) is [var there, ..] ? there.Confidence : 0);
    }

    /// <summary>The same as far as the words alone tell it; null where what is found decides.</summary>
    public static bool? IsOfTheConversation(string text, Language prior, Language sensed)
    {
        var words = Words.Of(prior).In(text);
        return words.Count > ShortWordsMax
            ? words.Count(word => word.IsStop) > Words.Of(sensed).In(text).Count(word => word.IsStop)
            : null;
    }

    private static double Sure(IEnumerable<Ranked> ranked, Article article) =>
        ranked.FirstOrDefault(each => each.Article == article).Confidence;

    private bool IsForCustomer(Article article) => article.IsForCustomers(inquiry.Channel, inquiry.Today);

    private Article? InEither(ArticleId id, Language first) =>
        Enum.GetValues<Language>()
            .OrderBy(language => language != first)
            .Select(language => library.Find(id, language))
            .FirstOrDefault(article => article is not null && IsForCustomer(article));
}
