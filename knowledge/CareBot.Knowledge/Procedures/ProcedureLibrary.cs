using System.Collections.Immutable;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>The procedures of a library's folder as they were read at one time, and what is wrong with the rest. Never changes.</summary>
public sealed class ProcedureLibrary
{
    /// <summary>The folder in the library's that procedures lie in.</summary>
    public const string FolderName = "procedures";

    /// <summary>The procedures of one library.</summary>
    internal const int ProceduresMax = 500;

    private readonly ImmutableSortedDictionary<string, ReadProcedure> good;
    private readonly StartPhrasings starts;

    private ProcedureLibrary(
        ImmutableSortedDictionary<string, ReadProcedure> good, CareModel model, Connectors connectors, IReadOnlyList<Problem> problems)
    {
        this.good = good;
        Model = model;
        Connectors = connectors;
        Problems = problems;
        starts = new(good.Values.Where(read => read is { IsPublished: true, Procedure.IsForCustomers: true }).Select(read => read.Procedure));
        Book = new(good.Values.Where(read => read.IsPublished).Select(read => read.Procedure), [], model.Calendar);
    }

    /// <summary>No procedures.</summary>
    public static ProcedureLibrary Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ReadProcedure>(StringComparer.Ordinal), CareModel.Usual, Connectors.None, []);

    /// <summary>The procedures that may begin: the published ones that are in order.</summary>
    public ProcedureBook Book { get; }

    /// <summary>How the company's care is organised.</summary>
    public CareModel Model { get; }

    /// <summary>The other systems that procedures may ask.</summary>
    public Connectors Connectors { get; }

    /// <summary>What is wrong, by path and line.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What each published procedure is made of, to be kept.</summary>
    public IEnumerable<(Procedure Procedure, ProcedureSource Source)> Published =>
        good.Values.Where(read => read.IsPublished).Select(read => (read.Procedure, read.Source));

    /// <summary>Every procedure that could be read, drafts included.</summary>
    internal IEnumerable<ReadProcedure> All => good.Values;

    /// <summary>Reads the procedures of a library.</summary>
    /// <param name="folder">The library's folder; one without procedures has none, and no problem.</param>
    /// <param name="last">The procedures as they were: the last good version of one that has become bad stays in use. Null at the first reading.</param>
    public static ProcedureLibrary Read(string folder, ProcedureLibrary? last)
    {
        var (model, modelProblems) = CareModel.Read(folder, last?.Model);
        var (connectors, connectorProblems) = Connectors.Read(folder, last?.Connectors);
        var problems = new List<Problem>([.. modelProblems, .. connectorProblems]);
        var good = ImmutableSortedDictionary.CreateBuilder<string, ReadProcedure>(StringComparer.Ordinal);
        foreach (var name in Names(Path.Combine(folder, FolderName), problems))
        {
            var (read, wrong) = ReadOne(Path.Combine(folder, FolderName), name, LawTexts.None);
            problems.AddRange(wrong.Select(problem => problem with { Path = $"{FolderName}/{problem.Path}" }));
            if ((read ?? last?.good.GetValueOrDefault(name)) is { } usable)
            {
                good[name] = usable;
            }
        }

        return new(good.ToImmutable(), model, connectors, Problem.Sort(problems));
    }

    /// <summary>The same as if everything that could be read were published: for who proves or plays what is being written.</summary>
    public ProcedureLibrary WithDrafts() => new(
        good.ToImmutableSortedDictionary(each => each.Key, each => each.Value with { IsPublished = true }, StringComparer.Ordinal), Model, Connectors, Problems);

    /// <summary>The procedure that a customer's words ask for; null when they ask for none.</summary>
    /// <param name="text">The words.</param>
    /// <param name="language">The language of the conversation: it is tried first.</param>
    public ProcedureId? Wanted(string text, Language language) =>
        starts.Of(text, language) ?? starts.Of(text, language == Language.Italian ? Language.English : Language.Italian);

    /// <summary>Reads what was kept of a version, for runs that are in it.</summary>
    /// <returns>Null where it cannot be read any more.</returns>
    public static Procedure? Read(ProcedureSource kept) => ProcedureReader.Read(kept, LawTexts.None).Read?.Procedure;

    private static (ReadProcedure? Read, IReadOnlyList<Problem> Problems) ReadOne(string folder, string name, LawTexts laws)
    {
        try
        {
            return ProcedureReader.Read(ProcedureSource.Read(folder, name), laws);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, [Reading.Problems.Unreadable($"{name}.yaml", failure.Message)]);
        }
    }

    private static IReadOnlyList<string> Names(string folder, List<Problem> problems)
    {
        try
        {
            var names = Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ToList()
                : [];
            return [.. names.Take(ProceduresMax)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(Reading.Problems.Unreadable(FolderName, failure.Message));
            return [];
        }
    }
}
