using CareBot.Procedures;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Where a run has been, read off its events.</summary>
internal sealed class Footprint(RunId run, ProcedureBook book)
{
    private readonly List<RunEvent> events = [];
    private readonly List<ProcedureId> frames = [];
    private readonly List<int> versions = [];

    /// <summary>The run as its events have made it.</summary>
    public Run? Run => events.Count == 0 ? null : RunEvent.Fold(run, events);

    public IReadOnlyList<RunEvent> Events => events;

    /// <summary>The steps it has come to, in order. Steps side by side are come to together.</summary>
    public List<StepPlace> Steps { get; } = [];

    /// <summary>The rows that have decided, in order.</summary>
    public List<RowPlace> Rows { get; } = [];

    public void Follow(IEnumerable<RunEvent> happened)
    {
        foreach (var each in happened)
        {
            events.Add(each);
            Follow(each);
        }
    }

    private void Follow(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.Started started:
                Push(started.Procedure, started.Version);
                break;
            case RunEvent.Called called:
                Push(called.Procedure, called.Version);
                break;
            case RunEvent.Returned:
                frames.RemoveAt(frames.Count - 1);
                versions.RemoveAt(versions.Count - 1);
                break;
            case RunEvent.Entered entered:
                Steps.Add(new(frames[^1], entered.Step));
                Steps.AddRange(Here?.Find(entered.Step) is Step.Parallel parallel ? parallel.Branches.Select(side => new StepPlace(frames[^1], side)) : []);
                break;
            case RunEvent.Assigned assigned when Steps is [.., { Step: var at }] && Here?.Find(at) is Step.Decide decide && decide.Into == assigned.Name:
                Rows.AddRange(Decided(assigned.Value).Select(row => new RowPlace(frames[^1], decide.Table, row)));
                break;
        }
    }

    private Procedure? Here => book.Find(frames[^1], versions[^1]);

    private void Push(ProcedureId procedure, int version)
    {
        frames.Add(procedure);
        versions.Add(version);
    }

    private static IEnumerable<string> Decided(Value result) => result switch
    {
        Value.Fields fields => [fields[DecisionTable.RuleField].ToString()],
        Value.Sequence all => all.Items.SelectMany(Decided),
        _ => [],
    };
}
