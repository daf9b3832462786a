using CareBot.Answers;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>Procedures that customers begin: which one they want, and what becomes of it where they have one like it already.</summary>
internal static class ProcedureStart
{
    /// <summary>The procedure that the customer wants to begin: by its button, or in their own words where these are no question.</summary>
    public static Procedure? Wanted(Draft draft, Status.WithBot bot, Input.CustomerSaid said, Evidence evidence)
    {
        return draft.Book.Current.FirstOrDefault(procedure => procedure.IsForCustomers && IsPressed(procedure, said))
            ?? (evidence.Wanted is { } wanted && bot.Pending is not Question.Choice && !SlotText.Of(said.Text).IsQuestion ? draft.Book.Find(wanted) : null);
    }

    /// <summary>Whether the words are those of its button: they are ours, and tell nothing more.</summary>
    private static bool IsPressed(Procedure procedure, Input.CustomerSaid said) =>
        PlainWords.SaysSame(procedure.Button.Italian, said.Text) || PlainWords.SaysSame(procedure.Button.English, said.Text);

    /// <summary>The procedure that does what is asked about, where what it is about is named: "where is my order BL-100005?" asks for
    /// that order, and not for how orders are followed.</summary>
    public static Procedure? Named(Draft draft, Status.WithBot bot, Input.CustomerSaid said, Evidence evidence)
    {
        IReadOnlyList<Passage> meant = bot.Pending is Question.Choice ? [] : Verdict.Of(evidence.AsOne(said.Text), draft.Policy.Answering) switch
        {
            Verdict.Answer answer => [answer.Passage],
            Verdict.Clarify clarify => clarify.Passages,
            _ => [],
        };

        // Who names their order wants something done: of what they may mean, articles that only tell count less than the one that does.
        return meant.Select(passage => passage.Procedure).OfType<string>().Distinct().ToList() is [var only]
            && draft.Book.Find(new(only)) is { IsForCustomers: true, Key: { } key } procedure
            && procedure.Slots[key].Type is { IsDistinct: true } type
            && type.Read(said.Text, [], draft.Reading) is SlotReading.Filled
                ? procedure
                : null;
    }

    /// <summary>Begins a procedure, or goes on with what is open of the same kind.</summary>
    public static Draft Start(Draft draft, Procedure procedure, Input.CustomerSaid said)
    {
        var open = draft.Conversation.Runs;
        if (Runs.Asking(draft.Conversation) is { } asking && open.Count(run => run.WaitsForCustomer) >= Runs.DepthMax)
        {
            return Runs.ApplyAndSettle(
                draft.Say(draft.Words.TooManyOpen), ProcedureEngine.Ask(asking, RunQuestion.Cancel, draft.RunContext));
        }

        if (open.Count >= Runs.OpenMax)
        {
            return draft.Say(draft.Words.TooManyOpen).HandOver(Desk.HandoffReason.Procedure);
        }

        var known = Known(draft, procedure, said);
        if (Same(open, procedure, known) is { } same)
        {
            return GoOn(draft, same);
        }

        if (RunsElsewhere.Like(draft, procedure, known) is { } like)
        {
            return RunsElsewhere.Offer(draft, procedure, like);
        }

        return Moved(draft, ProcedureEngine.Start(draft.NextRun(), procedure, known, FilledBy.Words, draft.RunContext, Told(draft, procedure, said)));
    }

    /// <summary>What the first message says already.</summary>
    private static Dictionary<string, Value> Known(Draft draft, Procedure procedure, Input.CustomerSaid said) => procedure.Slots.Values
        .Where(slot => slot.Ask is not null && ((slot.IsToldAtOnce && !IsPressed(procedure, said)) || slot.Type is { IsDistinct: true } or SlotType.Photo or SlotType.AnyFile))
        .Select(slot => (slot.Name, Read: slot.Type.Read(said.Text, said.Files ?? [], draft.Reading) as SlotReading.Filled))
        .Where(each => each.Read is not null)
        .ToDictionary(each => each.Name, each => each.Read!.Value, StringComparer.Ordinal);

    /// <summary>What it says for procedures that may be called on the way.</summary>
    private static List<Told> Told(Draft draft, Procedure procedure, Input.CustomerSaid said) => IsPressed(procedure, said) ? [] :
    [
        .. from called in draft.Book.CalledBy(procedure)
           from slot in called.Slots.Values
           where slot.IsToldAtOnce
           orderby slot.Line
           let read = slot.Type.Read(said.Text, [], draft.Reading) as SlotReading.Filled
           where read is not null
           select new Told(called.Id, slot.Name, read.Value),
    ];

    /// <summary>An open run of the same procedure about the same thing; null where there is none.</summary>
    private static Run? Same(IEnumerable<Run> open, Procedure procedure, IReadOnlyDictionary<string, Value> known) => open.LastOrDefault(run =>
        run.Frames[0].Procedure == procedure.Id
        && (procedure.Key is not { } key || (known.TryGetValue(key, out var value) && value.Equals(run.Frames[0].Values.GetValueOrDefault(key)))));

    /// <summary>There is one already: the customer goes on with it, or hears what it waits for.</summary>
    private static Draft GoOn(Draft draft, Run same) => same.WaitsForCustomer
        ? Runs.ApplyAndSettle(draft.Front(same), ProcedureEngine.AskAgain(same, recap: true, draft.RunContext))
        : draft.Say(draft.Words.AlreadyOpen(draft.Book.Find(same.Frames[0].Procedure)?.Title.In(draft.Conversation.Language) ?? same.Frames[0].Procedure.Value)).Await(null);

    /// <summary>A run that turns out to be about the same thing as one that is open already leaves it to that one.</summary>
    public static Draft Moved(Draft draft, Advance advance)
    {
        var run = advance.Run;
        if (draft.Book.Find(run.Frames[0].Procedure) is not { Key: not null } procedure
            || !run.Done.IsEmpty
            || !advance.Events.OfType<RunEvent.Filled>().Any(filled => filled.Slot == procedure.Key))
        {
            return Runs.ApplyAndSettle(draft, advance);
        }

        var others = draft.Conversation.Runs.Where(other => other.Id != run.Id).ToList();
        return Same(others, procedure, run.Frames[0].Values) is { } same ? GoOn(Closed(), same)
            : RunsElsewhere.Like(draft, procedure, run.Frames[0].Values) is { } like ? RunsElsewhere.Offer(Closed(), procedure, like)
            : Runs.ApplyAndSettle(draft, advance);

        Draft Closed()
        {
            var closed = ProcedureEngine.Close(run, RunOutcome.Cancelled, draft.RunContext);
            return Runs.Apply(draft, closed with { Events = [.. advance.Events, .. closed.Events] });
        }
    }
}
