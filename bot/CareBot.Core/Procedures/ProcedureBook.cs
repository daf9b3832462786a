using System.Collections.Frozen;
using System.Collections.Immutable;
using CareBot.Desk;
using CareBot.Procedures.Slots;

namespace CareBot.Procedures;

/// <summary>The procedures there are: those that may begin, and every version that a run may still be in. Never changes.</summary>
public sealed class ProcedureBook
{
    private readonly FrozenDictionary<(ProcedureId, int), Procedure> versions;
    private readonly FrozenDictionary<ProcedureId, Procedure> current;
    private readonly FrozenDictionary<(ProcedureId, int), Migration> migrations;

    /// <param name="current">The version of each that begins from now on.</param>
    /// <param name="earlier">Versions that have been published before.</param>
    /// <param name="calendar">The hours and days of rest by which time is counted.</param>
    /// <param name="migrations">How runs go on in later versions; those that too few people have agreed to do not count.</param>
    public ProcedureBook(IEnumerable<Procedure> current, IEnumerable<Procedure> earlier, BusinessCalendar calendar, params IEnumerable<Migration> migrations)
    {
        this.current = current.ToFrozenDictionary(procedure => procedure.Id);
        versions = this.current.Values.Concat(earlier)
            .DistinctBy(procedure => (procedure.Id, procedure.Version))
            .ToFrozenDictionary(procedure => (procedure.Id, procedure.Version));
        Calendar = calendar;
        this.migrations = migrations.Where(plan => plan.IsApproved)
            .DistinctBy(plan => (plan.Procedure, plan.From))
            .ToFrozenDictionary(plan => (plan.Procedure, plan.From));
        Fetching = Current.FirstOrDefault(procedure => procedure is { IsForCustomers: true, FetchesOthers: true });
        KeyTypes =
        [
            .. Current
                .Where(procedure => procedure is { IsForCustomers: true, Key: not null })
                .Select(procedure => procedure.Slots[procedure.Key!].Type)
                .Where(type => type.IsDistinct)
                .DistinctBy(type => (type.GetType(), type.OwnPattern?.Source)),
        ];
    }

    /// <summary>No procedures, and a desk that never closes.</summary>
    public static ProcedureBook Empty { get; } = new([], [], new() { Zone = TimeZoneInfo.Utc, AlwaysOpen = true });

    /// <summary>The hours and days of rest by which time is counted.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>The agents of each role, by the names they work under; a role that nobody is named for is everybody's.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Whether an agent may say yes or no in a role.</summary>
    public bool MayDecide(string role, string agent) =>
        !Members.TryGetValue(role, out var members) || members.Contains(agent, StringComparer.OrdinalIgnoreCase);

    /// <summary>The days from whose beginning runs of procedures that are out of use go on with people, in whatever version they are.</summary>
    public IReadOnlyDictionary<ProcedureId, DateOnly> Stops { get; init; } = FrozenDictionary<ProcedureId, DateOnly>.Empty;

    /// <summary>Whether the day has come from which the bot does not go on with a run: that of any procedure that the run is in.</summary>
    public bool HasStopped(Run run, DateTimeOffset now) => run.Frames.Exists(frame => HasStopped(frame.Procedure, now));

    /// <summary>Whether the day has come on which runs of a procedure stop.</summary>
    public bool HasStopped(ProcedureId id, DateTimeOffset now) => Stops.TryGetValue(id, out var day) && Calendar.LocalDay(now) >= day;

    /// <summary>The procedures that may begin, by id.</summary>
    public IEnumerable<Procedure> Current => current.Values.OrderBy(procedure => procedure.Id.Value, StringComparer.Ordinal);

    /// <summary>The procedure by which customers fetch requests of other conversations; null where there is none.</summary>
    public Procedure? Fetching { get; }

    /// <summary>The kinds of things that requests of customers are about, each once, where a message that names one names it plainly.</summary>
    public IReadOnlyList<SlotType> KeyTypes { get; }

    /// <summary>The procedures that may be called on the way through one, by it or by those that it calls, each once.</summary>
    public IReadOnlyList<Procedure> CalledBy(Procedure procedure)
    {
        var called = new List<Procedure>();
        var callers = new Queue<Procedure>([procedure]);
        while (callers.TryDequeue(out var caller))
        {
            foreach (var next in caller.Steps.OfType<Step.Call>().Select(call => Find(call.Procedure)).OfType<Procedure>().Except([procedure, .. called]).ToList())
            {
                called.Add(next);
                callers.Enqueue(next);
            }
        }

        return called;
    }

    /// <summary>What the procedure of a frame is called; its id where its version is not there any more.</summary>
    public Wording TitleOf(Frame frame) => Find(frame.Procedure, frame.Version)?.Title ?? Wording.Same(frame.Procedure.Value);

    /// <summary>How runs go on in later versions, where enough people have agreed.</summary>
    public IEnumerable<Migration> Migrations => migrations.Values;

    /// <summary>How runs of one version go on in a later one; null where they stay in it.</summary>
    public Migration? Migration(ProcedureId id, int version) => migrations.GetValueOrDefault((id, version));

    /// <summary>The version of a procedure that begins from now on; null where there is none.</summary>
    public Procedure? Find(ProcedureId id) => current.GetValueOrDefault(id);

    /// <summary>One version of a procedure; null where it is not there.</summary>
    public Procedure? Find(ProcedureId id, int version) => versions.GetValueOrDefault((id, version));
}
