using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Plays a scenario and judges it.</summary>
/// <remarks>What has gone otherwise than expected is looked at until something is done again: from there on nothing could be believed.</remarks>
internal sealed class ScenarioPlayer
{
    private readonly Scenario scenario;
    private readonly Stage stage;
    private readonly Performance performance;
    private readonly List<string> failures = [];

    private ScenarioPlayer(Scenario scenario, ProcedureLibrary procedures, KnowledgeIndex index)
    {
        this.scenario = scenario;
        stage = new(procedures, index, scenario.Language, scenario.Channel, scenario.Now);
        performance = new(stage);
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
            performance.Do(line.What);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            Fail(line.At, $"`{line.Written}`", wrong.Message);
        }
    }

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
