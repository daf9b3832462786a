using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The bot's own part of a turn: what the customer's words mean after what the bot has asked.</summary>
internal static class BotTurn
{
    public static Decision Answer(Draft draft, Status.WithBot bot, Input.CustomerSaid said, Evidence evidence)
    {
        var text = said.Text;

        // A wish for a person goes before everything: no question of ours may stand in its way.
        if (Understanding.AsksForPerson(text))
        {
            return draft.HandOver(bot.Pending is Question.Person ? HandoffReason.Offered : HandoffReason.Asked).Done();
        }

        // Hearing has changed the language already; whatever was asked is asked again in it.
        if (LanguageWish.Of(text) is not null)
        {
            return draft.Say(draft.Words.InThisLanguage).Await(bot.Pending, bot.Misses).AskAgain().Done();
        }

        if (ProcedureTurn.Take(draft, bot, said, evidence) is { } taken)
        {
            return taken.Done();
        }

        return (bot.Pending, PlainWords.Agrees(text)) switch
        {
            (Question.Helpful helpful, true) => Helped(draft, helpful).Done(),
            (Question.Helpful helpful, false) => DidNotHelp(draft, helpful).Done(),
            (Question.Person, true) => draft.HandOver(HandoffReason.Offered).Done(),
            (Question.Person person, false) => Decline(draft, person).Done(),
            (Question.Choice choice, var agrees) when Answering.Chosen(choice, text, agrees, evidence) is [_, ..] chosen =>
                Answering.Show(draft, chosen, bot.Misses).Done(),
            (Question.Choice, _) when Phrases.RefusesChoice(text) => Answering.Miss(draft, bot.Misses + 1).Done(),
            _ => Listen(draft, bot, said, evidence).Done(),
        };
    }

    public static Draft Listen(Draft draft, Status.WithBot bot, Input.CustomerSaid said, Evidence evidence)
    {
        var text = said.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return draft
                .Say(said.HasFiles ? draft.Words.FilesAlone : draft.Words.NoText, draft.Words.TalkToPerson)
                .Await(new Question.Person(), bot.Misses);
        }

        // Whoever shows something must not think that the answer takes it into account.
        if (said.HasFiles)
        {
            draft.Say(draft.Words.FilesBeside);
        }

        return SmallTalks.Of(text) switch
        {
            SmallTalk.Insult => Calm(draft, bot),

            // What was asked before still stands: nobody answers a question by laughing.
            { } talk => draft.Say(draft.InKind(talk)).Await(bot.Pending, bot.Misses),

            // A yes or no to nothing: the customer has something on their mind.
            null when PlainWords.Agrees(text) is not null => draft.Say(draft.Words.AskPlease).Await(null, bot.Misses),

            null => Answering.Take(draft, bot, text, evidence),
        };
    }

    /// <summary>Patience is lost: no reproach, and a person at once if the customer likes. A second time it is offered again.</summary>
    public static Draft Calm(Draft draft, Status.WithBot bot) => draft
        .Feel(Signal.Unmet)
        .Say(
            bot.Pending is Question.Person { AfterInsult: true } ? draft.Words.CalmAgain : draft.Words.Calm,
            draft.Words.TalkToPerson,
            draft.Words.No)
        .Await(new Question.Person(AfterInsult: true), bot.Misses);

    private static Draft Helped(Draft draft, Question.Helpful shown) => Judge(draft, shown, true)
        .Feel(Signal.Confirmed)
        .Say(draft.Words.GladToHelp)
        .Await(null);

    private static Draft DidNotHelp(Draft draft, Question.Helpful shown) => Judge(draft, shown, false)
        .Feel(Signal.Unmet)
        .Say(draft.Words.SorryNotHelpful, draft.Words.TalkToPerson)
        .Await(new Question.Person());

    /// <summary>Writes down what the customer says of the articles they were asked about.</summary>
    public static Draft Judge(Draft draft, Question.Helpful shown, bool helpful) => shown.Articles.Aggregate(
        draft, (draft, article) => draft.Record(new CareEvent.HelpJudged(draft.Contact.Id, article, helpful)));

    /// <summary>No person is wanted. After an insult that says nothing of whether the library had an answer.</summary>
    private static Draft Decline(Draft draft, Question.Person asked) => draft
        .Feel(asked.AfterInsult ? draft.Contact.Signal : Signal.Declined)
        .Say(draft.Words.Declined)
        .Await(null)
        .AskAgain();
}
