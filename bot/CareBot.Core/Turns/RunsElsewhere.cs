using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>Requests that a customer began in one conversation and goes on with in another: on the telephone yesterday, at the desk today.</summary>
public static class RunsElsewhere
{
    /// <summary>The open requests of a conversation that are about something.</summary>
    /// <param name="there">The conversation.</param>
    /// <param name="about">What they are about: an order by its number.</param>
    /// <param name="book">The procedures there are.</param>
    public static IEnumerable<Run> About(Conversation there, string about, ProcedureBook book) => there.Runs.Where(run =>
        run.Frames[0].Values.Values.Any(value => value is Value.Text { Words: var words } && words == about)
        && book.Find(run.Frames[0].Procedure, run.Frames[0].Version) is { } procedure
        && !procedure.FetchesOthers);

    /// <summary>What the customer's words name that requests may be about; nothing where no procedure fetches them.</summary>
    public static IEnumerable<string> NamedIn(string text, ProcedureBook book, Language language, DateTimeOffset now) => book.Fetching is null ? [] : book.KeyTypes
        .Select(type => type.Read(text, [], new(language, book.Calendar.LocalDay(now))) is SlotReading.Filled filled ? filled.Value.ToString() : null)
        .OfType<string>()
        .Distinct();

    /// <summary>Whether a second one like it would do again what it has done. What waits for an answer, or has only looked something up,
    /// holds up nobody: whoever begins anew need not prove who they are first.</summary>
    public static bool IsUnderWay(Run run) => !run.WaitsForCustomer && run.Done.Any(done => done.Procedure == run.Frames[0].Procedure);

    /// <summary>Whether a request is a person's by now, so that it stays where it is: also one whose procedure has stopped for good.</summary>
    public static bool IsWithPerson(Conversation there, Run run, ProcedureBook book, DateTimeOffset now) =>
        there.Status is not Status.WithBot || run.Waiting is Waiting.HandedOver || book.HasStopped(run, now);

    /// <summary>Whether another system is about to answer a request, which must find it where it was.</summary>
    public static bool IsBusy(Run run) => run.Waiting is null || run.Waiting.Parts.Any(part => part is Waiting.Elsewhere);

    /// <summary>Whether a request may go on elsewhere as it stands. Whoever takes it in and whoever lets it go must agree.</summary>
    public static bool MayGo(Conversation there, Run run, ProcedureBook book, DateTimeOffset now) => !IsWithPerson(there, run, book, now) && !IsBusy(run);

    /// <summary>What another conversation has under way already by the same procedure about the same; null where nothing, or nothing that
    /// the customer could fetch.</summary>
    internal static RequestElsewhere? Like(Draft draft, Procedure procedure, IReadOnlyDictionary<string, Value> known) =>
        procedure.Key is { } key && known.TryGetValue(key, out var about) && draft.Book.Fetching is not null
            ? draft.Elsewhere.FirstOrDefault(request => request.Procedure == procedure.Id && request.About == about.ToString())
            : null;

    /// <summary>Offers to go on with it here rather than to begin a second one.</summary>
    internal static Draft Offer(Draft draft, Procedure procedure, RequestElsewhere like)
    {
        var language = draft.Conversation.Language;
        return draft
            .Say(
                draft.Words.OpenElsewhere(procedure.Title.In(language), like.About),
                TextFormat.Markdown,
                [$"{draft.Book.Fetching!.Button.In(language)} {like.About}", draft.Words.TalkToPerson])
            .Await(null);
    }

    /// <summary>Lets runs go: they go on in the conversation that the customer writes in now. One that cannot go by now stays.</summary>
    internal static Draft Leave(Draft draft, Input.RunsFetched fetched) => draft.Conversation.Runs
        .Where(run => fetched.Runs.Contains(run.Id) && MayGo(draft.Conversation, run, draft.Book, draft.Now))
        .Aggregate(draft, (draft, run) =>
        {
            var left = new RunEvent.Left(fetched.For);
            var says = new RunOutput.Say(draft.Words.GoesOnElsewhere(Title(draft, run)), []);
            return Runs.ApplyAndSettle(draft, new(left.On(run, run.Id), [left], [says]));
        });

    /// <summary>Takes in what comes, tells the run that has asked for it, and goes on with what waits for the customer.</summary>
    /// <remarks>A run that does not wait for it any more leaves everything where it is.</remarks>
    internal static Draft Arrive(Draft draft, Input.RunsBrought brought)
    {
        if (draft.Conversation.Runs.FirstOrDefault(run => run.Id == brought.By) is not { Waiting: Waiting.Elsewhere { Key: var key } } asking || key != brought.Key)
        {
            return draft;
        }

        foreach (var (run, from) in brought.Runs)
        {
            var arrived = new RunEvent.Arrived(run, from);
            Runs.Apply(draft, new(arrived.On(null, run.Id), [arrived], []));
        }

        draft.Front(asking);
        Runs.ApplyAndSettle(draft, ProcedureEngine.Returned(asking, key, ActionCall.BringHere, new ActionResult.Succeeded(Answer(draft, brought)), draft.RunContext));
        return draft.Conversation.Status is Status.WithBot && Runs.Asking(draft.Conversation) is { } now && brought.Runs.Any(each => each.Run.Id == now.Id)
            ? Runs.ApplyAndSettle(draft, ProcedureEngine.Settle(now, goesOn: true, draft.RunContext))
            : draft;
    }

    private static Value.Fields Answer(Draft draft, Input.RunsBrought brought) => Value.Fields.Of(
    [
        ("count", new Value.Number(brought.Runs.Count)),
        ("with_people", new Value.Number(brought.WithPeople)),
        ("titles", new Value.Text(string.Join(", ", brought.Runs.Select(each => Title(draft, each.Run)).Distinct()))),
        ("waiting", new Value.Number(brought.Runs.Count(each => each.Run.WaitsForCustomer))),
    ]);

    private static string Title(Draft draft, Run run) => draft.Book.TitleOf(run.Frames[0]).In(draft.Conversation.Language);
}
