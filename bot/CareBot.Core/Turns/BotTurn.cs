using System.Diagnostics;
using System.Globalization;
using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The bot's own part of a turn: what it answers to the customer's words.</summary>
internal static class BotTurn
{
    public static Decision Answer(Draft draft, Status.WithBot bot, string text, Evidence evidence)
    {
        // A wish for a person goes before everything: no question of ours may stand in its way.
        if (Understanding.AsksForPerson(text))
        {
            return HandOver(draft, bot.Pending is Question.Person ? HandoffReason.Offered : HandoffReason.Asked).Done();
        }

        return (bot.Pending, Understanding.Agrees(text)) switch
        {
            (Question.Helpful helpful, true) => Helped(draft, helpful.Article).Done(),
            (Question.Helpful helpful, false) => DidNotHelp(draft, helpful.Article).Done(),
            (Question.Person, true) => HandOver(draft, HandoffReason.Offered).Done(),
            (Question.Person, false) => Decline(draft).Done(),
            (Question.Choice choice, var agrees) when Chosen(choice, text, agrees, evidence) is [var first, .. var others] =>
                (others is [] ? Show(draft, first) : Offer(draft, [first, .. others.Take(draft.Policy.Answering.ChoicesMax - 1)], bot.Misses, isBroad: true)).Done(),
            (Question.Choice, var agrees) when agrees == false || IsNoneOfThese(text) => Miss(draft, bot.Misses + 1).Done(),
            _ => NewQuestion(draft, bot.Misses, text, evidence).Done(),
        };
    }

    private static Draft NewQuestion(Draft draft, int misses, string text, Evidence evidence)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return draft.Say(draft.Words.NoText, draft.Words.TalkToPerson).Await(new Question.Person(), misses);
        }

        if (Understanding.Greets(text))
        {
            return draft.Say(draft.Words.Hello).Await(null, misses);
        }

        if (Understanding.Thanks(text))
        {
            return draft.Say(draft.Words.Welcome).Await(null);
        }

        if (Understanding.Agrees(text) is not null)
        {
            // A yes or no to nothing: the customer has something on their mind.
            return draft.Say(draft.Words.AskPlease).Await(null, misses);
        }

        var finding = new Finding { Text = text, Passages = evidence.Passages, MayMean = evidence.MayMean };
        return Verdict.Of(finding, draft.Policy.Answering) switch
        {
            Verdict.Answer answer => Show(draft, answer.Passage),
            Verdict.Clarify clarify => Offer(draft, clarify.Passages, misses, finding.MayMean.Count > 1),
            Verdict.AskBack ask => AskBack(draft, ask.Subjects, misses),
            Verdict.Unknown => Miss(draft, misses + 1),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Shows an article: title, text, where it is from, and the question whether it helped.</summary>
    private static Draft Show(Draft draft, Passage passage)
    {
        draft
            .Record(new CareEvent.Answered(draft.Contact.Id, passage.Article, passage.Topic, passage.Confidence))
            .Feel(Signal.Answered);

        var article = $"**{Literal(passage.Title)}**\n\n{passage.Text.Trim()}\n\n*{Literal(Source(draft.Words, passage))}*";
        if (passage.Escalate == Escalate.Always)
        {
            draft.Say(article, TextFormat.Markdown, []).Say(draft.Words.ArticleNeedsPerson);
            return HandOver(draft, HandoffReason.Article);
        }

        IReadOnlyList<string> choices = passage.Escalate == Escalate.Offer
            ? [draft.Words.Yes, draft.Words.No, draft.Words.TalkToPerson]
            : [draft.Words.Yes, draft.Words.No];

        return draft
            .Say($"{article}\n\n{draft.Words.DidThisHelp}", TextFormat.Markdown, choices)
            .Await(new Question.Helpful(passage.Article));
    }

    private static string Source(Phrases words, Passage passage) => passage.Reviewed is { } day
        ? words.Source(passage.Title, day.ToString(words.DateFormat, CultureInfo.GetCultureInfo(passage.Language.Tag())))
        : words.SourceUndated(passage.Title);

    /// <summary>A title is plain text: no sign in it may become mark-up.</summary>
    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("<", "\\<", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal);

    private static Draft Offer(Draft draft, IReadOnlyList<Passage> passages, int misses, bool isBroad) => Choose(
        draft,
        isBroad ? draft.Words.WhichMeant : draft.Words.WhichOne,
        [.. passages.Select(passage => new Option(passage.Article, passage.Title))],
        misses);

    private static Draft AskBack(Draft draft, IReadOnlyList<Subject> subjects, int misses) => Choose(
        draft,
        draft.Words.WhichSubject,
        [
            .. subjects.Select(subject => new Option(
                subject.Passages[0].Article,
                subject.Word,
                subject.Passages.Count == 1 ? null : [.. subject.Passages.Skip(1).Select(passage => passage.Article)])),
        ],
        misses);

    private static Draft Choose(Draft draft, string question, IReadOnlyList<Option> options, int misses) => draft
        .Record(new CareEvent.ChoiceOffered(draft.Contact.Id, [.. options.SelectMany(option => option.Articles)]))
        .Feel(Signal.Unmet)
        .Say(question, [.. options.Select(option => option.Title), draft.Words.NoneOfThese])
        .Await(new Question.Choice(options), misses);

    /// <summary>The articles behind the choice named by its words, by its number, or by a yes when it was the only one.</summary>
    private static List<Passage> Chosen(Question.Choice choice, string text, bool? agrees, Evidence evidence)
    {
        var option = choice.Options.FirstOrDefault(option => Understanding.SaysSame(option.Title, text))
            ?? (Understanding.Number(text) is { } number ? choice.Options.ElementAtOrDefault(number - 1) : null)
            ?? (agrees == true && choice.Options is [var only] ? only : null);

        return option is null ? [] : [.. evidence.Offered.Where(passage => option.Articles.Contains(passage.Article))];
    }

    private static bool IsNoneOfThese(string text) =>
        Understanding.SaysSame(text, Phrases.In(Language.Italian).NoneOfThese)
        || Understanding.SaysSame(text, Phrases.In(Language.English).NoneOfThese);

    /// <summary>No answer: says so and offers a person; after too many in a row a person takes over.</summary>
    private static Draft Miss(Draft draft, int misses)
    {
        draft.Record(new CareEvent.Missed(draft.Contact.Id)).Feel(Signal.Unmet);
        if (misses >= draft.Policy.MissesMax)
        {
            draft.Say(draft.Words.TooManyMisses);
            return HandOver(draft, HandoffReason.Misses);
        }

        return draft
            .Say(misses == 1 ? draft.Words.Unknown : draft.Words.UnknownAgain, draft.Words.TalkToPerson, draft.Words.No)
            .Await(new Question.Person(), misses);
    }

    private static Draft Helped(Draft draft, ArticleId article) => draft
        .Record(new CareEvent.HelpJudged(draft.Contact.Id, article, true))
        .Feel(Signal.Confirmed)
        .Say(draft.Words.GladToHelp)
        .Await(null);

    private static Draft DidNotHelp(Draft draft, ArticleId article) => draft
        .Record(new CareEvent.HelpJudged(draft.Contact.Id, article, false))
        .Feel(Signal.Unmet)
        .Say(draft.Words.SorryNotHelpful, draft.Words.TalkToPerson)
        .Await(new Question.Person());

    private static Draft Decline(Draft draft) => draft
        .Feel(Signal.Declined)
        .Say(draft.Words.Declined)
        .Await(null);

    private static Draft HandOver(Draft draft, HandoffReason reason)
    {
        var dueAt = draft.Now + draft.Policy.HandoffTarget;
        return draft
            .Record(new CareEvent.HandoffInitiated(draft.Contact.Id, draft.Policy.Queue, reason, dueAt))
            .Say(draft.Words.HandingOver((int)Math.Ceiling(draft.Policy.HandoffTarget.TotalMinutes)))
            .Become(new Status.Queued(draft.Policy.Queue, draft.Now, reason), dueAt);
    }
}
