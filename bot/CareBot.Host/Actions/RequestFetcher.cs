using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Host.Actions;

/// <summary>Has requests that a customer began in other conversations go on in the one that they write in now: the actions of our own
/// that procedures call as they call other systems.</summary>
internal sealed class RequestFetcher(RunWaits waits, ConversationStore store, LiveProcedures procedures, TurnRunner runner, TimeProvider clock)
{
    private const string About = "about";

    private const string Proved = "proved";

    /// <summary>Whether an action is one of ours.</summary>
    public static bool Answers(string action) => action is ActionCall.Requests or ActionCall.BringHere;

    /// <summary>Whether the customer has proved well enough who they are to have what is theirs.</summary>
    public static bool IsProved(ActionCall call) => call.With[Proved] is Value.Number { Amount: >= ActionCall.ProvedMin };

    /// <summary>How many requests there are about something; or that they are not brought to somebody who might be anybody.</summary>
    public ActionResult Answer(PendingAction action)
    {
        if (action.Call.Action == ActionCall.BringHere)
        {
            return new ActionResult.Failed(ActionCall.NotProved, $"`{Proved}` is less than {ActionCall.ProvedMin}: go through an identity check first.");
        }

        var book = procedures.Current.Book;
        var found = There(action).SelectMany(Requests(action.Call, book)).ToList();
        var withPeople = found.Count(each => RunsElsewhere.IsWithPerson(each.There, each.Run, book, clock.GetUtcNow()));
        return new ActionResult.Succeeded(Value.Fields.Of(("count", new Value.Number(found.Count - withPeople)), ("with_people", new Value.Number(withPeople))));
    }

    /// <summary>Whether another system is about to answer one of them.</summary>
    public bool AnyBusy(PendingAction action) => There(action).SelectMany(Requests(action.Call, procedures.Current.Book)).Any(each => RunsElsewhere.IsBusy(each.Run));

    /// <summary>Brings them, and the answer with them. What leaves there and what arrives here is saved together, or nothing of it: there
    /// is no instant at which a request is nowhere, or twice.</summary>
    public Task BringAsync(PendingAction action, CancellationToken cancellation) => runner.TakeTogetherAsync(
        [action.Conversation, .. There(action).Select(there => there.Id)],
        (conversations, book, now) =>
        {
            var found = conversations.Where(there => there.Id != action.Conversation).SelectMany(Requests(action.Call, book)).ToList();
            var coming = found.Where(each => RunsElsewhere.MayGo(each.There, each.Run, book, now)).ToList();
            return
            [
                new()
                {
                    Conversation = action.Conversation,
                    Input = new Input.RunsBrought(
                        action.Call.Run, action.Call.Key, [.. coming.Select(each => new BroughtRun(each.Run, each.There.Id))], found.Count - coming.Count),
                    Once = $"action/{action.Id}",
                },
                .. coming.GroupBy(each => each.There.Id).Select(group => new Incoming
                {
                    Conversation = group.Key,
                    Input = new Input.RunsFetched([.. group.Select(each => each.Run.Id)], action.Conversation),
                }),
            ];
        },
        cancellation);

    private IEnumerable<Conversation> There(PendingAction action) => waits.About(action.Call.With[About].ToString())
        .Where(id => id != action.Conversation)
        .Select(id => store.Find(id)?.Conversation)
        .OfType<Conversation>();

    private static Func<Conversation, IEnumerable<(Conversation There, Run Run)>> Requests(ActionCall call, ProcedureBook book) => there =>
        RunsElsewhere.About(there, call.With[About].ToString(), book).Select(run => (there, run));
}
