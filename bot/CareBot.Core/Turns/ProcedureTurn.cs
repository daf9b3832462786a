using CareBot.Answers;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>The customer's words where a procedure is under way, or wanted.</summary>
internal static class ProcedureTurn
{
    /// <summary>The words up to which an answer in the customer's own words may be a name, or as little as one.</summary>
    private const int NamesMax = 3;

    /// <summary>Takes the words where they are for a procedure.</summary>
    /// <returns>Null where they are for the rest of the bot.</returns>
    public static Draft? Take(Draft draft, Status.WithBot bot, Input.CustomerSaid said, Evidence evidence)
    {
        // What was asked about a person or a choice of articles is answered first: a yes is a yes to that.
        if (bot.Pending is Question.Person && PlainWords.Agrees(said.Text) is not null)
        {
            return null;
        }

        if (Runs.Asking(draft.Conversation) is not { } asking)
        {
            return GivenUp(draft, said) is { } run ? Runs.ApplyAndSettle(draft.Front(run), ProcedureEngine.Ask(run, RunQuestion.Cancel, draft.RunContext))
                : (ProcedureStart.Wanted(draft, bot, said, evidence) ?? ProcedureStart.Named(draft, bot, said, evidence)) is { } procedure ? ProcedureStart.Start(draft, procedure, said)
                : null;
        }

        return asking.Asked is { } about
            ? Settle(draft, asking, about, said) ?? Answer(draft, bot, asking, said, evidence)
            : Answer(draft, bot, asking, said, evidence);
    }

    /// <summary>Whether the words are what a procedure has asked for: a name, a code or an address is in no language.</summary>
    public static bool IsAnswer(Draft draft, Input.CustomerSaid said) =>
        Runs.Asking(draft.Conversation) is { Waiting: Waiting.Answer pending } run
        && draft.Book.Find(run.Here.Procedure, run.Here.Version)?.Slots[pending.Slot] is { } slot
        && (slot.Type is not SlotType.FreeText || SlotText.Of(said.Text).Words <= NamesMax)
        && slot.Type.Read(said.Text, said.Files ?? [], draft.Reading) is SlotReading.Filled;

    /// <summary>The run that the customer wants to give up while it waits for something else than them; null where they do not say so.</summary>
    private static Run? GivenUp(Draft draft, Input.CustomerSaid said) =>
        RunWords.CancelsRequest(said.Text) ? draft.Conversation.Runs.LastOrDefault(run => run.Waiting is not Waiting.HandedOver) : null;

    /// <returns>Null where the words say neither that it goes on nor that it ends.</returns>
    private static Draft? Settle(Draft draft, Run run, RunQuestion about, Input.CustomerSaid said)
    {
        var agrees = PlainWords.Agrees(said.Text);
        bool? goesOn = about switch
        {
            _ when RunWords.GoesOn(said.Text) => true,
            RunQuestion.Cancel => RunWords.GivesUp(said.Text) || agrees == true ? false : agrees == false ? true : null,
            _ => RunWords.GivesUp(said.Text) || agrees == false ? false : agrees == true ? true : null,
        };
        return goesOn is { } decided ? Runs.ApplyAndSettle(draft, ProcedureEngine.Settle(run, decided, draft.RunContext)) : null;
    }

    private static Draft Answer(Draft draft, Status.WithBot bot, Run run, Input.CustomerSaid said, Evidence evidence)
    {
        var context = draft.RunContext;
        var text = said.Text;
        if (run.Waiting is not Waiting.Answer pending)
        {
            return Digress(draft, bot, run, said, evidence) ?? BotTurn.Listen(draft, bot, said, evidence);
        }

        var procedure = draft.Book.Find(run.Here.Procedure, run.Here.Version) ?? throw new ProcedureGoneException(run.Here.Procedure, run.Here.Version);
        var slot = procedure.Slots[pending.Slot];
        var reading = slot.Type.Read(text, said.Files ?? [], draft.Reading);

        // What was asked for is an answer, whatever else it may mean: "I changed my mind" can be a reason. In their own words they may say anything,
        // and "I'd rather not say" is no "no" where they need not say.
        var isOther = reading is not SlotReading.Filled || slot.Type is SlotType.FreeText
            || (slot is { Type: SlotType.YesNo, MayRefuse: true } && RunWords.RatherNot(text));
        if (isOther && (Steered(run, text, context) ?? Declined(run, slot, text, context)) is { } steered)
        {
            return Runs.ApplyAndSettle(draft, steered);
        }

        if (Corrected(draft, run, procedure, slot, said) is { } corrected)
        {
            return Runs.ApplyAndSettle(
                draft, ProcedureEngine.Correct(run, corrected.Slot, corrected.Value, FilledBy.Correction, context));
        }

        var isBack = draft.Contact.StartedAt == draft.Now || run.Asked == RunQuestion.GoOn;
        return reading switch
        {
            // Words after a long silence may be about anything: only what is plainly an answer is taken for one.
            SlotReading.Filled filled when !isBack || slot.Type is not SlotType.FreeText =>
                ProcedureStart.Moved(draft, ProcedureEngine.Answer(run, filled.Value, context, Told(draft, run, procedure, slot, said))),
            SlotReading.Invalid invalid when !isBack => Runs.ApplyAndSettle(
                draft, ProcedureEngine.Misread(run, SlotWords.For(invalid.Fault, slot.Type, draft.Conversation.Language), context)),
            _ when Digress(draft, bot, run, said, evidence) is { } digressed => digressed,
            _ when isBack => Runs.ApplyAndSettle(draft, ProcedureEngine.Ask(run, RunQuestion.GoOn, context)),
            _ => Runs.ApplyAndSettle(draft, ProcedureEngine.Misread(run, null, context)),
        };
    }

    /// <summary>What may be said in the middle of any procedure; null where it is nothing of the kind.</summary>
    private static Advance? Steered(Run run, string text, RunContext context) =>
        RunWords.GivesUp(text) ? ProcedureEngine.Ask(run, RunQuestion.Cancel, context)
        : RunWords.WantsRepeat(text) || RunWords.GoesOn(text) ? ProcedureEngine.AskAgain(run, recap: false, context)
        : RunWords.GoesBack(text) ? ProcedureEngine.Back(run, context)
        : RunWords.RatherNot(text) ? ProcedureEngine.Answer(run, null, context)
        : null;

    /// <summary>A bare no to what need not be told: there is none, or they would rather not.</summary>
    private static Advance? Declined(Run run, Slot slot, string text, RunContext context) =>
        slot.MayRefuse && PlainWords.Agrees(text) == false ? ProcedureEngine.Answer(run, null, context) : null;

    /// <summary>What a description tells beside itself: who writes the number of the order into it is not asked for it afterwards.</summary>
    private static IReadOnlyList<(string Slot, Value Value)> Told(Draft draft, Run run, Procedure procedure, Slot pending, Input.CustomerSaid said)
    {
        var context = draft.Reading;
        return pending.Type is not SlotType.FreeText ? [] :
        [
            .. from slot in procedure.Slots.Values
               where slot.Ask is not null && slot.Type.IsDistinct && !run.Here.Values.ContainsKey(slot.Name)
               let filled = slot.Type.Read(said.Text, [], context) as SlotReading.Filled
               where filled is not null
               orderby slot.Line
               select (slot.Name, filled.Value),
        ];
    }

    /// <summary>Another value for a slot that is filled already: one that can be told in any sentence, or with a word that takes the old one back.</summary>
    private static (string Slot, Value Value)? Corrected(Draft draft, Run run, Procedure procedure, Slot pending, Input.CustomerSaid said)
    {
        var context = draft.Reading;
        var corrects = RunWords.Corrects(said.Text);
        foreach (var slot in procedure.Slots.Values.Where(slot => slot.Ask is not null && slot.Name != pending.Name).OrderBy(slot => slot.Line))
        {
            if (run.Here.Values.TryGetValue(slot.Name, out var known)
                && (corrects || (slot.Type.IsDistinct && slot.Type.GetType() != pending.Type.GetType()))
                && slot.Type is not (SlotType.FreeText or SlotType.YesNo)
                && slot.Type.Read(said.Text, said.Files ?? [], context) is SlotReading.Filled filled
                && !filled.Value.Equals(known))
            {
                return (slot.Name, filled.Value);
            }
        }

        return null;
    }

    /// <summary>Something else in the middle: it gets its due, and then the pending question comes again.</summary>
    /// <returns>Null where there is nothing to say to it.</returns>
    private static Draft? Digress(Draft draft, Status.WithBot bot, Run run, Input.CustomerSaid said, Evidence evidence)
    {
        if (ProcedureStart.Wanted(draft, bot, said, evidence) is { } wanted && wanted.Id != run.Frames[0].Procedure)
        {
            return ProcedureStart.Start(draft, wanted, said);
        }

        switch (SmallTalks.Of(said.Text))
        {
            case SmallTalk.Insult:
                return BotTurn.Calm(draft, bot);
            case { } talk:
                return AskAgain(draft.Say(draft.InKind(talk)), run, recap: false);
        }

        if (Verdict.Of(evidence.AsOne(said.Text), draft.Policy.Answering) is not Verdict.Answer { Passage: var passage })
        {
            return null;
        }

        draft.Shown(passage).Say(ArticleReply.Of(passage, draft), TextFormat.Markdown, []);
        return AskAgain(draft, run, recap: true);
    }

    private static Draft AskAgain(Draft draft, Run run, bool recap) => run.Asked is { } about
        ? Runs.ApplyAndSettle(draft, ProcedureEngine.Ask(run, about, draft.RunContext))
        : draft.Contact.StartedAt == draft.Now
            ? Runs.ApplyAndSettle(draft, ProcedureEngine.Ask(run, RunQuestion.GoOn, draft.RunContext))
            : Runs.ApplyAndSettle(draft, ProcedureEngine.AskAgain(run, recap, draft.RunContext));
}
