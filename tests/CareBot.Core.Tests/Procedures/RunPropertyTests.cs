using CareBot.Procedures;
using CareBot.Turns;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Whatever happens to procedures in whatever order, these hold.</summary>
public class RunPropertyTests
{
    private const int Moves = 80;

    private static Gen<List<Move>> Lives { get; } =
        (from kind in Gen.Choose(0, 15) from choice in Gen.Choose(0, 99) select new Move(kind, choice)).ListOf(Moves).Select(moves => moves.ToList());

    [Property(MaxTest = 300)]
    public Property Run_is_what_its_events_have_made_of_it() => Hold(life =>
    {
        foreach (var (id, events) in life.Runs)
        {
            var folded = RunEvent.Fold(id, events);
            if (life.Conversation.Runs.FirstOrDefault(run => run.Id == id) is { } open)
            {
                Assert.Equal(Life.Written(open), Life.Written(folded));
            }
            else
            {
                Assert.True(folded.IsOver);
            }
        }
    });

    [Property(MaxTest = 300)]
    public Property Process_that_ends_after_every_turn_decides_the_same_as_one_that_never_does() => Prop.ForAll(Lives.ToArbitrary(), moves =>
    {
        var (whole, killed) = (Life.Of(moves), Life.Of(moves, dies: true));

        Assert.Equal(Life.Written(whole.Conversation), Life.Written(killed.Conversation));
        Assert.Equal(whole.Decisions.Select(Told), killed.Decisions.Select(Told));
    });

    [Property(MaxTest = 300)]
    public Property Second_version_that_is_published_at_any_moment_changes_nothing_for_runs_in_the_first() => Prop.ForAll(Lives.ToArbitrary(), moves =>
    {
        var publishesAt = moves.Count == 0 ? 0 : moves[0].Choice % moves.Count;
        var (one, two) = (Life.Of(moves), Life.Of(moves, publishesAt: publishesAt));

        Assert.Equal(Life.Written(one.Conversation), Versionless(Life.Written(two.Conversation)));
        Assert.Equal(one.Decisions.Select(Told), two.Decisions.Select(Told).Select(told => (Versionless(told.Events), Versionless(told.Effects))));
        Assert.All(two.Runs, run => Assert.Equal(two.IsOfFirst(run.Run) ? 1 : 2, Assert.IsType<RunEvent.Started>(run.Events[0]).Version));
    });

    [Property(MaxTest = 300)]
    public Property Two_runs_never_share_a_key_of_the_engines_and_no_call_is_made_twice_by_one() => Hold(life =>
    {
        var calls = life.Calls.Where(call => call.Key.StartsWith("c1~", StringComparison.Ordinal)).ToList();

        Assert.Distinct(calls.Select(call => call.Key));
        Assert.All(calls, call => Assert.StartsWith($"{call.Run}/", call.Key, StringComparison.Ordinal));
    });

    [Property(MaxTest = 300)]
    public Property What_has_been_done_is_not_done_again_before_it_is_undone() => Hold(life =>
    {
        foreach (var (_, events) in life.Runs)
        {
            var done = new HashSet<string>();
            foreach (var happened in events)
            {
                Assert.True(happened is not RunEvent.Acted { Act.Key: var key } || done.Add(key));
                Assert.True(happened is not RunEvent.Undone { Key: var undone } || done.Remove(undone));
            }
        }
    });

    [Property(MaxTest = 300)]
    public Property Request_is_in_one_conversation_wherever_its_customer_goes_on_with_it() => Prop.ForAll(Lives.ToArbitrary(), moves =>
    {
        var one = new Life { Book = SmallProcedures.FetchingBook };
        var two = new Life(name: "c2") { Book = SmallProcedures.FetchingBook, Decisions = one.Decisions };
        foreach (var (move, at) in moves.Select((move, at) => (move, at)))
        {
            var (here, there) = at / 10 % 2 == 0 ? (one, two) : (two, one);
            if (at % 10 == 0)
            {
                here.Say("riprendere A100");
                here.Bring(one.Calls.Last(), there);
            }
            else
            {
                here.Make(move);
            }

            var open = one.Conversation.Runs.Concat(two.Conversation.Runs).Select(run => run.Id).ToList();
            Assert.Distinct(open);
            Assert.All(one.Runs, run => Assert.Equal(!RunEvent.Fold(run.Run, run.Events).IsOver, open.Contains(run.Run)));
        }
    });

    [Property(MaxTest = 300)]
    public Property Timer_fires_once() => Prop.ForAll(Lives.ToArbitrary(), moves =>
    {
        var life = Life.Of(moves);
        for (var fired = 0; fired < 100 && life.Conversation.NextDueAt is not null; fired++)
        {
            var before = life.Conversation.NextDueAt;
            life.Due();

            var again = life.Take(new Input.DeadlinePassed());

            Assert.Empty(again.Events);
            Assert.Empty(again.Effects);
            Assert.True(life.Conversation.NextDueAt is not { } next || next > before, $"due at {before:u} and again at {life.Conversation.NextDueAt:u}");
        }
    });

    [Property(MaxTest = 300)]
    public Property Procedure_is_never_left_in_silence() => Hold(life => Assert.All(
        life.Conversation.Runs, run => Assert.True(run.Waiting is not null, $"{run.Id} waits for nothing")));

    /// <summary>As if all of it were in the first version.</summary>
    private static string Versionless(string written) => written.Replace("\"version\":2", "\"version\":1", StringComparison.Ordinal);

    private static (string Events, string Effects) Told(Decision decision) => (string.Join('\n', decision.Events.Select(Life.Written)), string.Join('\n', decision.Effects.Select(Life.Written)));

    private static Property Hold(Action<Life> check) => Prop.ForAll(Lives.ToArbitrary(), moves => check(Life.Of(moves)));
}
