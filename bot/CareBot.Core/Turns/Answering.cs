using System.Diagnostics;
using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>What becomes of a customer's questions: answers, a choice, or the admission that there is no answer.</summary>
internal static class Answering
{
    /// <summary>Takes up what the customer asked, each question for itself where at least one of several has an answer.</summary>
    public static Draft Take(Draft draft, Status.WithBot bot, string text, Evidence evidence)
    {
        // Who greets is greeted; the introduction does it already.
        if (!draft.HasSpoken && SmallTalks.OpensWithGreeting(text))
        {
            draft.Say(draft.Words.HelloAgain(draft.Greeting));
        }

        var parts = evidence.Parts.Select(part => (part, verdict: Verdict.Of(part, draft.Policy.Answering))).ToList();
        var answered = parts.Select(each => each.verdict).OfType<Verdict.Answer>().DistinctBy(answer => answer.Passage.Article).ToList();
        var areOne = answered.Count == 1 && parts.All(each => each.verdict is Verdict.Answer);
        return answered.Count == 0 || areOne
            ? TakeOne(draft, bot, evidence.AsOne(text), areOne ? answered[0] : null)
            : Several.Take(draft, parts);
    }

    /// <summary>Shows the article that was chosen, or offers those behind a choice of several.</summary>
    public static Draft Show(Draft draft, IReadOnlyList<Passage> chosen, int misses) => chosen is [var only]
        ? Show(draft, only)
        : Offer(draft, draft.Words.WhichMeant, [.. chosen.Take(draft.Policy.Answering.ChoicesMax)], misses);

    /// <summary>The articles behind the choice named by its words, by its number, or by a yes when it was the only one.</summary>
    public static IReadOnlyList<Passage> Chosen(Question.Choice choice, string text, bool? agrees, Evidence evidence)
    {
        var option = choice.Options.FirstOrDefault(option => PlainWords.SaysSame(option.Title, text))
            ?? (Understanding.Number(text) is { } number ? choice.Options.ElementAtOrDefault(number - 1) : null)
            ?? (agrees == true && choice.Options is [var only] ? only : null);

        return option is null ? [] : [.. evidence.Offered.Where(passage => option.Articles.Contains(passage.Article))];
    }

    /// <summary>Lets the customer choose between articles; a single one they confirm or not.</summary>
    public static Draft Offer(Draft draft, string question, IReadOnlyList<Passage> passages, int misses = 0) =>
        Choose(
            draft,
            passages is [var only] ? draft.Words.IsThisMeant(only.Title) : question,
            passages.Count == 1 ? [draft.Words.ThatIsIt, draft.Words.No] : Buttons(draft, passages.Select(passage => passage.Title)),
            [.. passages.Select(passage => new Option(passage.Article, passage.Title))],
            misses);

    public static Draft AskBack(Draft draft, string question, IReadOnlyList<Subject> subjects, int misses = 0) => Choose(
        draft,
        question,
        Buttons(draft, subjects.Select(subject => subject.Words)),
        [
            .. subjects.Select(subject => new Option(
                subject.Passages[0].Article,
                subject.Words,
                subject.Passages.Count == 1 ? null : [.. subject.Passages.Skip(1).Select(passage => passage.Article)])),
        ],
        misses);

    /// <summary>No answer: says so and offers a person; after too many in a row a person takes over.</summary>
    public static Draft Miss(Draft draft, int misses)
    {
        draft.Record(new CareEvent.Missed(draft.Contact.Id)).Feel(Signal.Unmet);
        return misses >= draft.Policy.MissesMax
            ? draft.Say(draft.Words.TooManyMisses).HandOver(HandoffReason.Misses)
            : draft
                .Say(misses == 1 ? draft.Words.Unknown : draft.Words.UnknownAgain, draft.Words.TalkToPerson, draft.Words.No)
                .Await(new Question.Person(), misses);
    }

    private static Draft TakeOne(Draft draft, Status.WithBot bot, Finding finding, Verdict? known) =>
        (known ?? Verdict.Of(finding, draft.Policy.Answering)) switch
        {
            Verdict.Answer answer => Show(draft, answer.Passage),
            Verdict.Clarify clarify => Offer(
                draft, finding.MayMean.Count > 1 ? draft.Words.WhichMeant : draft.Words.WhichOne, clarify.Passages, bot.Misses),
            Verdict.AskBack ask => AskBack(draft, draft.Words.WhichSubject, ask.Subjects, bot.Misses),
            Verdict.Unknown when SmallTalks.Abuses(finding.Text) => BotTurn.Calm(draft, bot),
            Verdict.Unknown when Understanding.IsGibberish(finding.Text) => NotRead(draft, bot.Misses + 1),
            Verdict.Unknown => Miss(draft, bot.Misses + 1),
            _ => throw new UnreachableException(),
        };

    private static Draft Show(Draft draft, Passage passage)
    {
        draft.Shown(passage).Feel(Signal.Answered);
        var article = ArticleReply.Of(passage, draft);
        return passage.Escalate == Escalate.Always
            ? draft.Say(article, TextFormat.Markdown, []).Say(draft.Words.ArticleNeedsPerson).HandOver(HandoffReason.Article)
            : draft
                .Say(
                    $"{article}\n\n{draft.Words.DidThisHelp}",
                    TextFormat.Markdown,
                    [.. Begin(draft, passage), .. draft.Words.YesNo(orPerson: passage.Escalate == Escalate.Offer)])
                .Await(new Question.Helpful(passage.Article));
    }

    /// <summary>What the article speaks of can be begun here and now, where a procedure does it.</summary>
    private static IEnumerable<string> Begin(Draft draft, Passage passage) =>
        passage.Procedure is { } id && draft.Book.Find(new(id)) is { IsForCustomers: true } procedure
            ? [procedure.Button.In(draft.Conversation.Language)]
            : [];

    private static IReadOnlyList<string> Buttons(Draft draft, IEnumerable<string> titles) => [.. titles, draft.Words.NoneOfThese];

    private static Draft Choose(
        Draft draft, string question, IReadOnlyList<string> buttons, IReadOnlyList<Option> options, int misses) => draft
        .Record(new CareEvent.ChoiceOffered(draft.Contact.Id, [.. options.SelectMany(option => option.Articles)]))
        .Feel(Signal.Unmet)
        .Say(question, buttons)
        .Await(new Question.Choice(options), misses);

    /// <summary>Keys struck at random are no question that the library lacks: they are not recorded as one.</summary>
    private static Draft NotRead(Draft draft, int misses) => misses >= draft.Policy.MissesMax
        ? draft.Say(draft.Words.TooManyMisses).HandOver(HandoffReason.Misses)
        : draft.Say(draft.Words.Unreadable).Await(null, misses);
}
