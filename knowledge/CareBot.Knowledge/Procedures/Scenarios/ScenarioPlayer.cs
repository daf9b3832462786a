using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Plays a scenario and judges it.</summary>
/// <remarks>What has gone otherwise than expected is looked at until something is done again: from there on nothing could be believed.</remarks>
internal sealed class ScenarioPlayer
{
    private readonly Scenario scenario;
    private readonly Stage stage;
    private readonly List<string> failures = [];
    private int messages;

    private ScenarioPlayer(Scenario scenario, ProcedureLibrary procedures, KnowledgeIndex index)
    {
        this.scenario = scenario;
        stage = new(procedures, index, scenario.Language, scenario.Channel, scenario.Now);
    }

    public static Played Play(Scenario scenario, ProcedureLibrary procedures, KnowledgeIndex index)
    {
        var player = new ScenarioPlayer(scenario, procedures, index);
        player.Play(procedures.Book.Find(scenario.Procedure));
        var seen = player.stage.Seen;
        return new(scenario, player.failures.Count == 0 ? null : player.Message(), [.. seen.Steps], [.. seen.Rows]);
    }

    private void Play(Procedure? procedure)
    {
        if (procedure is null || (scenario.Version is { } version && version != procedure.Version))
        {
            Fail(scenario.At, $"`{scenario.Procedure}{(scenario.Version is { } wanted ? $"@{wanted}" : "")}`", procedure is null ? "there is no such procedure that is in order" : $"it is at version {procedure.Version}");
            return;
        }

        // What is given stands above what happens, wherever in a file it is easiest to read.
        foreach (var line in scenario.Lines)
        {
            if (line is ScenarioLine.Does does)
            {
                Settle(does.At);
                if (failures.Count > 0)
                {
                    return;
                }

                Do(does);
            }
            else if (line is ScenarioLine.Given given)
            {
                stage.Give(given.What);
            }
            else if (line is ScenarioLine.Expects expects)
            {
                foreach (var expected in expects.What)
                {
                    if (expected.Fails(stage.Seen, scenario.Procedure) is { } instead)
                    {
                        Fail(line.At, $"`{line.Written.TrimStart('-', '<', ' ')}`", instead);
                    }
                }
            }
        }

        Settle(scenario.Lines.Count > 0 ? scenario.Lines[^1].At : scenario.At);
    }

    /// <summary>What nobody has spoken of and must not pass: a call without an answer, an act refused, something gone wrong.</summary>
    private void Settle(Spot at)
    {
        foreach (var call in failures.Count == 0 ? stage.Unanswered : [])
        {
            Fail(at, $"an answer of `{call.Action}`", $"nothing is given for the call ({string.Join(", ", call.With.Named.Select(each => $"{each.Key}={each.Value}"))}); write `- given {call.Action} → …`");
        }

        if (failures.Count == 0 && stage.Seen.Refused is { } refusal)
        {
            Fail(at, "the agent's act to be carried out", $"it was refused: {refusal}");
        }

        foreach (var incident in failures.Count == 0 ? stage.Seen.Incidents : [])
        {
            Fail(at, "nothing to go wrong", $"an incident that no step handles: {incident}");
        }
    }

    private void Do(ScenarioLine.Does line)
    {
        try
        {
            Do(line.What);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            Fail(line.At, $"`{line.Written}`", wrong.Message);
        }
    }

    private void Do(Happening happening)
    {
        switch (happening)
        {
            case Happening.Joins:
                stage.Do("(the customer joins)", new Input.CustomerJoined());
                break;
            case Happening.Says says:
                Say(says);
                break;
            case Happening.Reacts reacts:
                stage.Do(reacts.Helpful ? "(the customer likes it)" : "(the customer dislikes it)", new Input.CustomerReacted(reacts.Helpful));
                break;
            case Happening.Rewrites rewrites:
                Rewrite(rewrites.Text);
                break;
            case Happening.Event what:
                if (what.At is { } moment)
                {
                    stage.PassTo(moment.From(stage.Seen.Now, stage.Seen.Calendar));
                }

                if (!stage.Happen(what.Name, what.With))
                {
                    throw new InvalidOperationException("no procedure is under way that it could concern");
                }

                break;
            case Happening.TimePasses time:
                stage.Pass(time.Until);
                break;
            case Happening.Worked worked:
                Work(worked.Step, isTask: true, worked.Done, worked.Values);
                break;
            case Happening.Approves approves:
                Work(approves.Step, isTask: false, approves.Yes, []);
                break;
            case Happening.AgentActs acts:
                stage.Do($"({acts.Agent} {acts.Act}: {acts.Name} {acts.Text})", Act(acts));
                break;
        }
    }

    private void Say(Happening.Says says)
    {
        var files = says.Files.Select((name, at) => new SentFile($"file-{at + 1}", name, KindOf(name), 20_480)).ToList();
        var shown = files.Count == 0 ? "" : $" [files: {string.Join(", ", says.Files)}]";
        stage.Do($"C: {says.Text}{shown}", new Input.CustomerSaid(says.Text, files.Count == 0 ? null : files, says.InForm ? Form.Handoff : null, $"m{++messages}"));
    }

    private void Rewrite(string? text)
    {
        var said = stage.Seen.Events.OfType<CareEvent.CustomerSaid>().LastOrDefault() ?? throw new InvalidOperationException("the customer has said nothing yet");
        stage.Do(
            text is null ? "(the customer deletes it)" : $"(the customer rewrites it: {text})",
            text is null ? new Input.CustomerWithdrew(said) : new Input.CustomerCorrected(said, text));
    }

    private void Work(string? step, bool isTask, bool done, IReadOnlyList<Named> values)
    {
        var waiting = stage.Waiting.Where(each => each.For is Waiting.Work == isTask && (step is null || each.Step == step)).ToList();
        if (waiting is not [var one])
        {
            throw new InvalidOperationException(waiting.Count == 0
                ? $"no {(isTask ? "task" : "approval")} waits{(step is null ? "" : $" at `{step}`")}"
                : $"several wait, name one: {string.Join(", ", waiting.Select(each => each.Step))}");
        }

        var filled = values.ToDictionary(each => each.Name, each => stage.Reading(one.Run, each), StringComparer.Ordinal);
        stage.Do(
            $"({(isTask ? "task" : "approval")} {one.Step}: {(isTask ? done ? "done" : "rejected" : done ? "yes" : "no")})",
            new Input.TaskDone(one.Run.Id, one.Id, Named("Marta"), done, filled));
    }

    private Input Act(Happening.AgentActs acts)
    {
        var agent = Named(acts.Agent);
        return acts.Act switch
        {
            AgentAct.Claims => new Input.AgentClaimed(agent),
            AgentAct.Says => new Input.AgentSaid(agent, acts.Text!),
            AgentAct.Notes => new Input.AgentNoted(agent, acts.Text!),
            AgentAct.Fills => new Input.AgentFilled(agent, HandedOver().Id, acts.Name!, acts.Text!),
            AgentAct.HandsBack => new Input.AgentResumed(agent, HandedOver().Id),
            AgentAct.Starts => new Input.AgentStarted(agent, new(acts.Name!)),
            AgentAct.Closes => new Input.AgentClosed(agent),
            AgentAct.Releases => new Input.AgentReleased(agent),
            _ => new Input.AgentTookOver(agent, new(acts.Name!)),
        };
    }

    private Run HandedOver() => stage.Seen.Conversation.Runs.LastOrDefault(run => run.Waiting is Waiting.HandedOver)
        ?? throw new InvalidOperationException("no procedure is with a person");

    private static Agent Named(string name) => new(new(name), name);

    private static string KindOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PNG" => "image/png",
        ".HEIC" => "image/heic",
        ".PDF" => "application/pdf",
        _ => "application/octet-stream",
    };

    private void Fail(Spot at, string expected, string instead) =>
        failures.Add($"{at.Path}:{at.Line}: expected {expected}, but {instead.TrimEnd('.')}.");

    private string Message() => string.Join('\n', [.. failures, "What happened:", .. stage.Seen.Transcript.Select(line => $"    {line.ReplaceLineEndings(" / ")}")]);
}

/// <summary>What became of a scenario.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Failure">What was expected and what happened; null where all was as expected.</param>
/// <param name="Steps">The steps that it came to.</param>
/// <param name="Rows">The rows that decided in it.</param>
internal sealed record Played(Scenario Scenario, string? Failure, IReadOnlyList<StepPlace> Steps, IReadOnlyList<RowPlace> Rows);
