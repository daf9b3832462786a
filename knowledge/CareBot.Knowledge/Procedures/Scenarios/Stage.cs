using CareBot.Answers;
using CareBot.Knowledge.Search;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>A conversation that is played: with the real rules, the real library, a clock of its own, and other systems that answer what was given.</summary>
internal sealed class Stage
{
    /// <summary>What may fall due while one stretch of time passes.</summary>
    private const int TimersMax = 1_000;

    /// <summary>How long people take for what they do: two messages never come at one instant.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private readonly ProcedureLibrary procedures;
    private readonly KnowledgeIndex index;
    private readonly CarePolicy policy;
    private readonly MockedSystems systems = new();
    private readonly Queue<ActionCall> calls = [];
    private readonly List<(DateTimeOffset At, ActionCall Call, ActionResult Result)> late = [];
    private readonly List<ActionCall> unanswered = [];
    private bool begun;

    /// <param name="procedures">The procedures there are.</param>
    /// <param name="index">The articles there are.</param>
    /// <param name="language">In which the conversation begins.</param>
    /// <param name="channel">The Bot Framework's name of the channel.</param>
    /// <param name="now">The instant at which it begins.</param>
    public Stage(ProcedureLibrary procedures, KnowledgeIndex index, Language language, string channel, DateTimeOffset now)
    {
        this.procedures = procedures;
        this.index = index;
        policy = new() { Zone = procedures.Model.Calendar.Zone };
        var opened = new Conversation { Id = new("scenario"), Channel = channel, StartedAt = now, Language = language };
        Seen = new(opened, procedures.Book, now);
    }

    /// <summary>What has come of it so far.</summary>
    public Seen Seen { get; }

    /// <summary>The calls that nothing was given for, in order.</summary>
    public IReadOnlyList<ActionCall> Unanswered => unanswered;

    /// <summary>Another system answers like this from here on.</summary>
    public void Give(Given given)
    {
        systems.Add(given);
        foreach (var call in unanswered.Where(given.Fits).ToList())
        {
            unanswered.Remove(call);
            Answer(call);
        }

        AnswerAll();
    }

    /// <summary>The first call of an action that nothing was given for is answered.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Answer(string action, ActionResult result)
    {
        if (unanswered.Find(call => call.Action == action) is not { } call)
        {
            return false;
        }

        unanswered.Remove(call);
        Return(call, result);
        AnswerAll();
        return true;
    }

    /// <summary>Something comes in.</summary>
    /// <param name="what">What, for the transcript.</param>
    /// <param name="input">What.</param>
    public void Do(string what, Input input)
    {
        if (begun)
        {
            PassTo(Seen.Now + Breath);
        }

        Seen.Do(what);
        Take(input);
        AnswerAll();
    }

    /// <summary>Something happens elsewhere.</summary>
    /// <param name="name">What: <c>goods.received</c>.</param>
    /// <param name="with">What is known of it.</param>
    /// <returns>Whether there is a run that it can concern.</returns>
    public bool Happen(string name, Value.Fields with)
    {
        var runs = Seen.Conversation.Runs;
        if ((runs.LastOrDefault(run => Waits(run, name)) ?? (runs.Count > 0 ? runs[^1] : null)) is not { } run)
        {
            return false;
        }

        Seen.Do($"(event {name})");
        Take(new Input.Happened(run.Id, name, with));
        AnswerAll();
        return true;
    }

    /// <summary>Time passes to an instant: what falls due on the way does, in order.</summary>
    /// <exception cref="InvalidOperationException">Something falls due again and again.</exception>
    public void PassTo(DateTimeOffset until)
    {
        begun = true;
        for (var fired = 0; fired < TimersMax; fired++)
        {
            var reply = late.OrderBy(each => each.At).FirstOrDefault();
            var (timer, answer) = (Seen.Conversation.NextDueAt, reply.Call is null ? null : (DateTimeOffset?)reply.At);
            if (Earlier(timer, answer) is not { } next || next > until)
            {
                Seen.Now = Later(Seen.Now, until);
                return;
            }

            Seen.Now = Later(Seen.Now, next);
            if (answer == next)
            {
                late.Remove(reply);
                Return(reply.Call!, reply.Result);
            }
            else
            {
                Seen.Note($"(due at {Local(Seen.Now)})");
                Take(new Input.DeadlinePassed());
            }

            AnswerAll();
        }

        throw new InvalidOperationException($"more than {TimersMax} timers fell due on the way to {Local(until)}.");
    }

    /// <summary>Time passes because somebody says so.</summary>
    public void Pass(Moment moment)
    {
        var until = moment.From(Seen.Now, procedures.Book.Calendar);
        Seen.Do($"(time passes to {Local(until)})");
        PassTo(until);
    }

    /// <summary>The tasks and questions that wait for people, each with its run.</summary>
    public IEnumerable<(Run Run, string Id, string Step, Waiting For)> Waiting => Seen.Conversation.Runs
        .SelectMany(run => run.Waiting?.Parts.Select(part => (Run: run, For: part)) ?? [])
        .Select(each => (each.Run, Id: each.For switch
        {
            CareBot.Procedures.Waiting.Work work => work.Id,
            CareBot.Procedures.Waiting.Consent consent => consent.Id,
            _ => "",
        }, each.For))
        .Where(each => each.Id.Length > 0)
        .Select(each => (each.Run, each.Id, each.Id.Split('/')[^2], each.For));

    /// <summary>A value as a slot of a run would take it.</summary>
    /// <exception cref="FormatException">The slot takes no such value.</exception>
    public Value Reading(Run run, Named named)
    {
        var written = ScenarioText.Unquoted(named.Written);
        var context = SlotContext.At(Seen.Now, procedures.Book.Calendar, Seen.Conversation.Language);
        return procedures.Book.Find(run.Here.Procedure, run.Here.Version)?.Slots.GetValueOrDefault(named.Name) is { } slot
            ? slot.Type.Read(written, [], context) is SlotReading.Filled filled ? filled.Value : throw new FormatException($"`{written}` is no value for the slot `{named.Name}`")
            : WrittenValue.Read(named.Written);
    }

    public string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, procedures.Book.Calendar.Zone).ToString("ddd yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private void Take(Input input)
    {
        begun = true;
        var decision = Turn.Decide(Seen.Conversation, input, Gather(input) with { Procedures = procedures.Book }, policy, Seen.Now);
        Seen.Take(decision);
        foreach (var act in decision.Effects.OfType<Effect.Act>())
        {
            Seen.Called(act.Call);
            calls.Enqueue(act.Call);
        }
    }

    private Evidence Gather(Input input)
    {
        if (input is not Input.CustomerSaid said)
        {
            return Evidence.None;
        }

        var conversation = Seen.Conversation;
        var evidence = index.Gather(new()
        {
            Text = said.Text,
            Prior = conversation.Language,
            Channel = Inquiry.ChannelOf(conversation.Channel),
            Today = policy.Today(Seen.Now),
            About = conversation.About?.Article,
            Offered = conversation.Status is Status.WithBot { Pending: Question.Choice choice } ? [.. choice.Options.SelectMany(option => option.Articles)] : [],
        });
        return evidence with { Wanted = procedures.Wanted(said.Text, evidence.Language ?? conversation.Language) };
    }

    /// <summary>Effects are carried out in order, as the outbox does.</summary>
    private void AnswerAll()
    {
        while (calls.TryDequeue(out var call))
        {
            Answer(call);
        }
    }

    private void Answer(ActionCall call)
    {
        switch (systems.For(call))
        {
            case null:
                unanswered.Add(call);
                break;
            case { Result: null }:
                Seen.Note($"← {call.Action}: never");
                break;
            case { After: { } after, Result: { } result }:
                late.Add((procedures.Book.Calendar.Due(Seen.Now, after, roll: false), call, result));
                break;
            case { Result: { } result }:
                Return(call, result);
                break;
        }
    }

    private void Return(ActionCall call, ActionResult result)
    {
        if (call.Action != ActionCall.Mail)
        {
            Seen.Note($"← {call.Action}: {(result is ActionResult.Succeeded succeeded ? succeeded.Answer : ((ActionResult.Failed)result).Error)}");
        }

        Take(new Input.ActionReturned(call.Run, call.Key, call.Action, result));
    }

    private static bool Waits(Run run, string name) =>
        run.Waiting?.Parts.Any(part => part is CareBot.Procedures.Waiting.Happening happening && happening.Events.Contains(name)) == true;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => new[] { one, other }.Min();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
