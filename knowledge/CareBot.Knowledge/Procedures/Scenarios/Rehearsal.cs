using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>A procedure that somebody tries out: they are the customer, and the world around.</summary>
public sealed class Rehearsal
{
    private readonly ProcedureLibrary procedures;
    private readonly Stage stage;
    private readonly Performance performance;

    /// <param name="procedures">The procedures there are.</param>
    /// <param name="index">The articles there are.</param>
    /// <param name="language">In which the conversation begins.</param>
    /// <param name="now">The instant at which it begins.</param>
    public Rehearsal(ProcedureLibrary procedures, KnowledgeIndex index, Language language, DateTimeOffset now)
    {
        this.procedures = procedures;
        stage = new(procedures, index, language, "directline", now);
        performance = new(stage);
    }

    /// <summary>What was said and done, a line each, in order.</summary>
    public IReadOnlyList<string> Transcript => stage.Seen.Transcript;

    /// <summary>The calls of other systems that wait for an answer, in order.</summary>
    public IReadOnlyList<ActionCall> Unanswered => stage.Unanswered;

    /// <summary>Whether something has begun and nothing is under way any more.</summary>
    public bool IsOver => stage.Seen.Conversation is { RunsStarted: > 0, Runs.Count: 0 };

    /// <summary>Begins a procedure: as the customer does by its button, or, where it is not for customers, as an agent does.</summary>
    public void Begin(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var language = stage.Seen.Conversation.Language;
        if (procedure.IsForCustomers)
        {
            Say(procedure.Button.In(language));
            return;
        }

        var agent = new Agent(new("Giulia"), "Giulia");
        Say(language == Language.Italian ? "operatore" : "agent");
        stage.Do("(Giulia claims)", new Input.AgentClaimed(agent));
        stage.Do("(Giulia starts it)", new Input.AgentStarted(agent, procedure.Id));
    }

    /// <summary>The customer writes.</summary>
    public void Say(string text) => performance.Do(new Happening.Says(text, [], InForm: false));

    /// <summary>Has happen what is written as in a scenario: <c>event goods.received</c>, <c>time 2d!</c>, <c>task done</c>, or has something
    /// given.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    /// <exception cref="InvalidOperationException">There is nothing that it could happen to.</exception>
    public void Do(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (GivenReader.Read(line) is { } given)
        {
            stage.Give(given);
        }
        else
        {
            performance.Do(line.StartsWith("C:", StringComparison.Ordinal)
                ? HappeningReader.Said(line)
                : HappeningReader.Read(line) ?? throw new FormatException("write `event`, `time`, `task`, `approval`, `agent`, `customer` or `given` and what belongs to it"));
        }
    }

    /// <summary>Another system answers what it was asked.</summary>
    /// <param name="action">The connector and its action: <c>orders.get</c>.</param>
    /// <param name="written">Fields in braces, <c>ok</c>, or the name of an error.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    /// <exception cref="InvalidOperationException">It has not been asked.</exception>
    public void Answer(string action, string written)
    {
        if (!stage.Answer(action, GivenReader.Result(written)))
        {
            throw new InvalidOperationException(
                $"nothing waits for {action}{(Unanswered.Count == 0 ? "" : $"; asked were {string.Join(", ", Unanswered.Select(call => call.Action))}")}");
        }
    }

    /// <summary>Other systems answer as the scenarios of a file say.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What in it cannot be read.</returns>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    public IReadOnlyList<Problem> GiveFrom(string path)
    {
        var (scenarios, problems) = ScenarioReader.Read(path, File.ReadAllBytes(path), procedures.Book.Calendar);
        foreach (var given in scenarios.SelectMany(scenario => scenario.Lines).OfType<ScenarioLine.Given>())
        {
            stage.Give(given.What);
        }

        return problems;
    }
}
