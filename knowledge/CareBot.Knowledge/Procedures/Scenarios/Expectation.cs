using System.Globalization;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Something that must have come of what happened.</summary>
internal abstract record Expectation
{
    /// <summary>What happened instead; null where it is as expected.</summary>
    /// <param name="seen">What has come of the conversation.</param>
    /// <param name="about">The procedure that the scenario is about.</param>
    public abstract string? Fails(Seen seen, ProcedureId about);

    /// <summary>The bot, or an agent, has said something like this after what was expected before.</summary>
    public sealed record Said(IReadOnlyList<SaidPart> Parts) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var from = seen.Fresh.ToList().FindLastIndex(heard => heard.IsExpected) + 1;
            var heard = seen.Fresh.Skip(from).ToList();
            var fitting = Parts.Count > 0
                ? heard.Find(each => Parts.All(part => part.Holds(each.Reply)))
                : heard.Find(each => !each.IsIntroduction);
            if (fitting is null)
            {
                return heard.Count == 0 ? "nothing more was said" : $"said was {string.Join(" / ", heard.Select(each => Quoted(each.Reply)))}";
            }

            fitting.IsExpected = true;
            return null;
        }
    }

    /// <summary>A slot is what the customer is being asked for.</summary>
    public sealed record Asks(string Slot) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about) =>
            seen.Conversation.Runs.LastOrDefault(run => run.WaitsForCustomer) switch
            {
                null => "nothing is asked",
                { Asked: { } question } => $"asked is whether to {(question == RunQuestion.Cancel ? "give up" : "go on")}",
                { Waiting: Waiting.Answer answer } => answer.Slot == Slot ? null : $"asked is `{answer.Slot}`",
                _ => "nothing is asked",
            };
    }

    /// <summary>The customer is asked about the run itself: whether to give up, or to go on.</summary>
    public sealed record AsksAbout(RunQuestion Question) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about) =>
            seen.Conversation.Runs.Any(run => run.Asked == Question) ? null : "it is not asked";
    }

    /// <summary>A template has been said.</summary>
    public sealed record Template(string Name) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var named = seen.FreshSteps.Select(place => TemplateOf(seen.Book.Find(place.Procedure), place.Step)).OfType<string>().ToList();
            return named.Contains(Name) ? null : named.Count == 0 ? "no template was said" : $"the template said was {string.Join(", ", named)}";
        }

        private static string? TemplateOf(Procedure? procedure, string step) => procedure?.Find(step) switch
        {
            Step.Say say => say.Message.Name,
            Step.Ask ask => procedure.Slots.GetValueOrDefault(ask.Slot)?.Ask?.Name,
            _ => null,
        };
    }

    /// <summary>What has been said is what was expected, and no more.</summary>
    public sealed record NothingElseSaid : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var more = seen.Fresh.Where(heard => !heard.IsExpected && !heard.IsIntroduction).ToList();
            return more.Count == 0 ? null : $"said was {string.Join(" / ", more.Select(heard => Quoted(heard.Reply)))}";
        }
    }

    /// <summary>A row of a table decided last.</summary>
    public sealed record Row(string Table, string Name) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var rows = seen.Rows.Where(row => row.Table == Table).Select(row => row.Row).ToList();
            return rows.Count == 0 ? $"`{Table}` has decided nothing" : rows.TakeLast(1).Contains(Name) ? null : $"decided has row {rows[^1]}";
        }
    }

    /// <summary>A field of the case moved last.</summary>
    public sealed record Case(string Field, string Written) : Expectation
    {
        public static IReadOnlyList<string> Fields { get; } = ["type", "priority", "sla", "status", "change", "code", "tags"];

        public override string? Fails(Seen seen, ProcedureId about)
        {
            if (seen.Events.OfType<CareEvent.CaseMoved>().LastOrDefault() is not { } moved)
            {
                return "no case was opened";
            }

            var value = Field switch
            {
                "type" => moved.Type,
                "priority" => moved.Priority,
                "sla" => moved.Sla,
                "status" => moved.Status,
                "code" => moved.Code,
                "tags" => moved.Tags.Count == 0 ? null : string.Join(", ", moved.Tags),
                _ => moved.Change.ToString(),
            };
            return string.Equals(value ?? "none", Written, StringComparison.OrdinalIgnoreCase) ? null : $"the case's {Field} is {value ?? "none"}";
        }
    }

    /// <summary>Something must be over by a day, or an instant; or has been kept or missed; or is not promised.</summary>
    public sealed record Promised(string Name, string Written) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var promise = seen.Conversation.Runs.SelectMany(run => run.Promises).LastOrDefault(each => each.Name == Name);
            var last = seen.RunEvents.LastOrDefault(happened => happened is RunEvent.Kept kept ? kept.Name == Name : happened is RunEvent.Overdue overdue && overdue.Name == Name);
            return (Written, promise) switch
            {
                ("kept", _) => last is RunEvent.Kept ? null : last is RunEvent.Overdue ? "it was missed" : "it is open, or never was promised",
                ("missed", _) => last is RunEvent.Overdue ? null : last is RunEvent.Kept ? "it was kept" : "it is open, or never was promised",
                ("none", null) => null,
                (_, null) => $"nothing of this name is promised{(last is null ? "" : last is RunEvent.Kept ? "; it was kept" : "; it was missed")}",
                (_, { DueAt: var due }) => IsAt(due, seen) ? null : $"it is due {Shown(due, seen)}",
            };
        }

        private bool IsAt(DateTimeOffset due, Seen seen) => Moment.Local(Written) is { } local
            && TimeZoneInfo.ConvertTime(due, seen.Calendar.Zone).DateTime is var at
            && (Written.Contains(':', StringComparison.Ordinal) ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)) == local : at.Date == local);
    }

    /// <summary>A slot or a result has a value.</summary>
    public sealed record Known(string Path, string Written) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            if (seen.Run(about) is not { } run)
            {
                return "no procedure has begun";
            }

            var names = Path.Split('.');
            var root = run.Frames.Reverse().Select(frame => frame.Values.GetValueOrDefault(names[0])).FirstOrDefault(value => value is not null) ?? Value.Nothing.Here;
            var value = names.Skip(1).Aggregate(root, (of, name) => of is Value.Fields fields ? fields[name] : Value.Nothing.Here);
            return WrittenValue.Is(value, Written) ? null : $"it is {(value.IsGiven ? value : "empty")}";
        }
    }

    /// <summary>The run is at a step.</summary>
    public sealed record At(string Step) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about) => seen.Run(about) switch
        {
            null => "no procedure has begun",
            { Outcome: { } outcome } => $"it is over: {outcome}",
            var run => run.Frames.Any(frame => frame.At == Step) ? null : $"it is at `{run.Here.At}`",
        };
    }

    /// <summary>Another system has been called so often with such values; null for once or more.</summary>
    public sealed record Called(string Action, int? Times, IReadOnlyList<Named> With) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var calls = seen.Calls.Where(call => call.Action == Action).ToList();
            var fitting = calls.Count(call => With.All(each => WrittenValue.Is(call.With[each.Name], each.Written)));
            return fitting == Times || (Times is null && fitting > 0) ? null
                : calls.Count == 0 ? "it was not called"
                : $"it was called {Count(calls.Count)}: {string.Join(" / ", calls.Select(call => string.Join(", ", call.With.Named.Select(each => $"{each.Key}={each.Value}"))))}";
        }

        private static string Count(int count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";
    }

    /// <summary>A copy has gone to an address, with such words in it; null for any or none at all.</summary>
    public sealed record CopySent(string? To, string? Words) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var copies = seen.Calls.Where(call => call.Action == ActionCall.Mail).ToList();
            var fits = To is null ? copies.Count == 0 : copies.Any(copy =>
                copy.With["to"].ToString() == To && (Words is null || SaidPart.Plain(copy.With["text"].ToString()).Contains(Words, StringComparison.OrdinalIgnoreCase)));
            return fits ? null : copies.Count == 0 ? "no copy was sent" : $"sent were {string.Join(" / ", copies.Select(copy => $"to {copy.With["to"]}: {copy.With["text"]}"))}";
        }
    }

    /// <summary>A person was wanted: in a queue, for a reason; or none was.</summary>
    public sealed record HandedOver(string? Queue, string? Reason, bool Contains) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var handoff = seen.Events.OfType<CareEvent.HandoffInitiated>().LastOrDefault();
            if (handoff is null || (Queue is null && Reason is null))
            {
                return (handoff is null) == (Queue is null && Reason is null) ? null : handoff is null ? "nobody was called" : $"somebody was called, in the queue {handoff.Queue}";
            }

            var reasons = seen.RunEvents.OfType<RunEvent.Waits>().Select(waits => waits.For).OfType<Waiting.HandedOver>()
                .Select(handed => handed.Reason).TakeLast(1).Append(handoff.Reason.ToString()).ToList();
            return Queue is not null && handoff.Queue.Value != Queue ? $"the queue is {handoff.Queue}"
                : Reason is not null && !reasons.Any(reason => Contains ? reason.Contains(Reason, StringComparison.OrdinalIgnoreCase) : string.Equals(reason, Reason, StringComparison.OrdinalIgnoreCase))
                    ? $"the reason is {string.Join(", or ", reasons)}"
                    : null;
        }
    }

    /// <summary>Colleagues of a queue should look at something, and the customer was told nothing; null for none.</summary>
    public sealed record Alerted(string? Queue) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var queues = seen.Conversation.Alerts.Select(alert => alert.Queue.Value).ToList();
            return Queue is null ? queues.Count == 0 ? null : $"there is one in the queue {queues[^1]}"
                : queues.Contains(Queue) ? null
                : queues.Count == 0 ? "there is none" : $"the queue is {string.Join(", ", queues)}";
        }
    }

    /// <summary>The run is over so, or goes on; null for going on.</summary>
    public sealed record Over(RunOutcome? Outcome) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about) => seen.Run(about) switch
        {
            null => "no procedure has begun",
            var run when run.Outcome == Outcome => null,
            { Outcome: { } outcome } => $"it ended {outcome}",
            var run => $"it goes on, at `{run.Here.At}`",
        };
    }

    /// <summary>Something went wrong that no step handles.</summary>
    public sealed record Incident(string Words) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about) =>
            seen.Incidents.RemoveAll(why => why.Contains(Words, StringComparison.OrdinalIgnoreCase)) > 0 ? null
            : seen.Incidents.Count == 0 ? "nothing went wrong" : $"what went wrong is {string.Join(" / ", seen.Incidents)}";
    }

    /// <summary>What an agent did last was refused.</summary>
    public sealed record Refused(string Why) : Expectation
    {
        public override string? Fails(Seen seen, ProcedureId about)
        {
            var refused = seen.Refused;
            seen.Refused = null;
            return string.Equals(refused?.ToString(), Why, StringComparison.OrdinalIgnoreCase) ? null : refused is null ? "it was carried out" : $"it was refused: {refused}";
        }
    }

    /// <summary>Who has the conversation.</summary>
    public sealed record HeldBy(string Whom) : Expectation
    {
        public static IReadOnlyList<string> Holders { get; } = ["bot", "queue", "agent"];

        public override string? Fails(Seen seen, ProcedureId about)
        {
            var whom = seen.Conversation.Status switch { Status.WithBot => "bot", Status.Queued => "queue", _ => "agent" };
            return whom == Whom ? null : $"the conversation is with the {whom}";
        }
    }

    private static string Quoted(Effect.Reply reply) =>
        $"\"{reply.Text}\"{(reply.Choices.Count == 0 ? "" : $" [{string.Join(" | ", reply.Choices)}]")}";

    private static string Shown(DateTimeOffset at, Seen seen) =>
        TimeZoneInfo.ConvertTime(at, seen.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
