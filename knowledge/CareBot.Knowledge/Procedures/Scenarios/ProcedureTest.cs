using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>What the scenarios of a library's procedures have proved. Drafts are proved like what is published.</summary>
/// <param name="Scenarios">What became of each scenario, in the order of their files; what cannot be read has failed.</param>
/// <param name="Coverage">How much of the procedures they come to.</param>
public sealed record ProcedureTest(IReadOnlyList<TestedScenario> Scenarios, Coverage Coverage)
{
    /// <summary>Whether every scenario went as written.</summary>
    public bool IsPassed => Scenarios.All(scenario => scenario.Passed);

    /// <summary>Plays scenarios.</summary>
    /// <param name="folder">The library's folder.</param>
    /// <param name="today">The day in the company's own time zone: laws are in force by it, whatever day a scenario plays on.</param>
    /// <param name="paths">Files and folders of scenarios or procedures, absolute; all of the library's where none is named.</param>
    /// <param name="index">The library's articles, for questions in between.</param>
    /// <param name="cancellation">Gives the work up.</param>
    /// <exception cref="IOException">A path that is named does not exist, or a file cannot be read.</exception>
    public static ProcedureTest Run(string folder, DateOnly today, IReadOnlyList<string> paths, KnowledgeIndex index, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var library = ProcedureLibrary.Read(folder, last: null, today, published: null).WithDrafts();
        var files = ScenarioFiles.Of(folder, library, paths);
        var tested = new List<TestedScenario>();
        var played = new List<Played>();

        // Procedures that cannot be read have no scenarios: they must not pass for proved.
        tested.AddRange(library.Problems
            .Where(problem => problem.Severity == Severity.Error && (paths.Count == 0 || paths.Any(path => ScenarioFiles.Concerns(path, folder, problem.Path))))
            .Select(problem => new TestedScenario(ScenarioFiles.ProcedureOf(problem.Path), "is in order", problem.Path, false, problem.ToString())));
        foreach (var file in files)
        {
            var (scenarios, problems) = ScenarioReader.Read(file.Path, file.Bytes, library.Book.Calendar);
            tested.AddRange(problems.Select(problem => new TestedScenario(ScenarioFiles.ProcedureOf(file.Path), "can be read", file.Path, false, problem.ToString())));
            foreach (var scenario in scenarios)
            {
                cancellation.ThrowIfCancellationRequested();
                var each = ScenarioPlayer.Play(scenario, library, index);
                played.Add(each);
                tested.Add(new(scenario.Procedure.Value, scenario.Name, file.Path, each.Failure is null, each.Failure));
            }
        }

        var proved = played.Select(each => each.Scenario.Procedure).ToHashSet();
        return new(tested, Coverage.Of(library.Book.Current.Where(procedure => paths.Count == 0 || proved.Contains(procedure.Id)), played));
    }
}

/// <summary>What became of one scenario.</summary>
/// <param name="Procedure">The procedure that it is about.</param>
/// <param name="Name">What it is called.</param>
/// <param name="File">Where it stands: relative to the library's folder where it is in there.</param>
/// <param name="Passed">Whether all went as written.</param>
/// <param name="Message">What was expected and what happened, with the place; null where it passed.</param>
public sealed record TestedScenario(string Procedure, string Name, string File, bool Passed, string? Message);
