using System.Collections.Frozen;
using System.Collections.Immutable;
using CareBot.Knowledge.Procedures.Checks;
using CareBot.Knowledge.Procedures.Migrations;
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
    private readonly LawTexts laws;
    private readonly IReadOnlySet<string> written;
    private readonly FrozenSet<ProcedureId> retired;
    private readonly StartPhrasings starts;

    private ProcedureLibrary(
        ImmutableSortedDictionary<string, ReadProcedure> good, CareModel model, Connectors connectors, LawTexts laws, IReadOnlySet<string> written,
        IReadOnlyList<Migration> migrations, IReadOnlyList<Problem> problems)
    {
        this.good = good;
        Migrations = migrations;
        this.written = written;
        this.laws = laws;
        Model = model;
        Connectors = connectors;
        Problems = problems;
        starts = new(good.Values.Where(read => read is { IsPublished: true, Procedure.IsForCustomers: true }).Select(read => read.Procedure));
        retired = good.Values.Where(read => read.IsRetired).Select(read => read.Procedure.Id).ToFrozenSet();
        Stops = good.Values.Where(read => read is { IsRetired: true, StopsOn: not null }).ToFrozenDictionary(read => read.Procedure.Id, read => read.StopsOn!.Value);
        Book = new(good.Values.Where(read => read.IsPublished).Select(read => read.Procedure), [], model.Calendar, migrations) { Members = model.Members, Stops = Stops };
    }

    /// <summary>No procedures.</summary>
    public static ProcedureLibrary Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ReadProcedure>(StringComparer.Ordinal), CareModel.Usual, Connectors.None, LawTexts.None, new HashSet<string>(), [], []);

    /// <summary>The procedures that may begin: the published ones that are in order.</summary>
    public ProcedureBook Book { get; }

    /// <summary>How the company's care is organised.</summary>
    public CareModel Model { get; }

    /// <summary>The other systems that procedures may ask.</summary>
    public Connectors Connectors { get; }

    /// <summary>How runs go on in later versions: the plans that are in order, also those that too few have agreed to.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The days from which runs of procedures that are out of use go on with people.</summary>
    public IReadOnlyDictionary<ProcedureId, DateOnly> Stops { get; }

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
    /// <param name="today">The day in the company's own time zone: laws are in force by it.</param>
    /// <param name="published">What has been published before; null when nothing is known of that.</param>
    public static ProcedureLibrary Read(string folder, ProcedureLibrary? last, DateOnly today, PublishedVersions? published)
    {
        var fingerprint = SoundProcedures.Fingerprint(folder, today);
        if (fingerprint is not null && SoundProcedures.Find(fingerprint) is { } sound && sound.IsAsPublished(published))
        {
            return sound;
        }

        var library = ReadAnew(folder, last, today, published);

        // Files that changed while they were read are of no fingerprint.
        if (fingerprint is not null && library.Problems.All(problem => problem.Severity != Severity.Error)
            && SoundProcedures.Fingerprint(folder, today) == fingerprint)
        {
            SoundProcedures.Remember(fingerprint, library);
        }

        return library;
    }

    /// <summary>Whether no version that is published here has been published with other content before.</summary>
    private bool IsAsPublished(PublishedVersions? published) => published is null || Published.All(each =>
        published.Hash(each.Procedure.Id, each.Procedure.Version) is not { } hash || each.Procedure.Hash.StartsWith(hash, StringComparison.Ordinal));

    private static ProcedureLibrary ReadAnew(string folder, ProcedureLibrary? last, DateOnly today, PublishedVersions? published)
    {
        var (model, modelProblems) = CareModel.Read(folder, last?.Model);
        var (connectors, connectorProblems) = Connectors.Read(folder, last?.Connectors);
        var laws = LawRules.Read(folder);
        var problems = new List<Problem>([.. modelProblems, .. connectorProblems, .. laws.Problems]);
        if (!Directory.Exists(folder))
        {
            problems.Add(Reading.Problems.FolderMissing(folder));
        }

        var read = new List<(string Name, Blueprint? Blueprint)>();
        foreach (var name in Names(Path.Combine(folder, FolderName), problems))
        {
            var (procedure, wrong) = ReadOne(Path.Combine(folder, FolderName), name, laws.On(today));
            problems.AddRange(wrong.Select(InLibrary));
            read.Add((name, procedure is null ? null : new(procedure)));
        }

        var around = InOrder(read, last, model, connectors, published ?? PublishedVersions.None, problems);
        var good = around.Procedures.Values.ToImmutableSortedDictionary(each => each.Read.Source.Name, each => each.Read, StringComparer.Ordinal);
        var (migrations, wrongPlans) = MigrationPlans.Read(Path.Combine(folder, FolderName), around, laws.Ever);
        problems.AddRange(wrongPlans.Select(InLibrary));
        return new(good, model, connectors, laws.Ever, read.Select(each => each.Name).ToHashSet(StringComparer.Ordinal), migrations, Problem.Sort(problems));
    }

    /// <summary>Leaves each procedure that is in order as it was read, and takes the last good version of each that is not, or none.
    /// Whoever calls one that is gone then is in order no more, and so on.</summary>
    private static Surroundings InOrder(
        IReadOnlyList<(string Name, Blueprint? Blueprint)> read,
        ProcedureLibrary? last,
        CareModel model,
        Connectors connectors,
        PublishedVersions published,
        List<Problem> problems)
    {
        var rest = read.Where(each => each.Blueprint is not null).ToDictionary(each => each.Name, each => each.Blueprint!, StringComparer.Ordinal);
        var earlier = read.Where(each => last?.good.ContainsKey(each.Name) == true)
            .ToDictionary(each => each.Name, each => new Blueprint(last!.good[each.Name]), StringComparer.Ordinal);
        while (true)
        {
            var usable = read.Select(each => rest.GetValueOrDefault(each.Name) ?? earlier.GetValueOrDefault(each.Name)).OfType<Blueprint>().ToList();
            var around = new Surroundings(usable.ToDictionary(each => each.Procedure.Id), model, connectors, published);
            var found = rest.ToDictionary(each => each.Key, each => ProcedureChecks.Of(each.Value, around));
            var wrong = found.Where(each => each.Value.Any(problem => problem.Severity == Severity.Error)).ToList();
            problems.AddRange((wrong.Count > 0 ? wrong : [.. found]).SelectMany(each => each.Value).Select(InLibrary));
            if (wrong.Count == 0)
            {
                return around;
            }

            wrong.ForEach(each => rest.Remove(each.Key));
        }
    }

    private static Problem InLibrary(Problem problem) => problem with { Path = $"{FolderName}/{problem.Path}" };

    /// <summary>The same as if everything that could be read were published: for who proves or plays what is being written.</summary>
    public ProcedureLibrary WithDrafts() => new(
        good.ToImmutableSortedDictionary(each => each.Key, each => each.Value with { IsPublished = true, IsRetired = false }, StringComparer.Ordinal),
        Model, Connectors, laws, written, Migrations, Problems);

    /// <summary>The procedure that a customer's words ask for; null when they ask for none.</summary>
    /// <param name="text">The words.</param>
    /// <param name="language">The language of the conversation: it is tried first.</param>
    public ProcedureId? Wanted(string text, Language language) =>
        starts.Of(text, language) ?? starts.Of(text, language == Language.Italian ? Language.English : Language.Italian);

    /// <summary>Whether there is a file of a procedure, good or bad, that does not say that it is out of use.</summary>
    internal bool IsInUse(ProcedureId id) => written.Contains(id.Value) && !retired.Contains(id);

    /// <summary>Reads what was kept of a version, for runs that are in it. It states the laws that it stated then, also where one is
    /// no longer in force.</summary>
    /// <returns>Null where it cannot be read any more.</returns>
    public Procedure? ReadKept(ProcedureSource kept) => ProcedureReader.Read(kept, laws).Read?.Procedure;

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
            if (names.Count > ProceduresMax)
            {
                problems.Add(Reading.Problems.TooManyFiles(FolderName, ProceduresMax));
            }

            return [.. names.Take(ProceduresMax)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(Reading.Problems.Unreadable(FolderName, failure.Message));
            return [];
        }
    }
}
