using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Every template and table beside a procedure is used by it.</summary>
internal static class FilesUsed
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        var name = it.Read.Source.Name;
        var used = it.Procedure.Steps.OfType<Step.Decide>().Select(decide => it.TablePath(decide.Table))
            .Concat(from spot in it.Read.Spots
                    where spot.Message.Name is not null
                    from tag in MessageReader.Tags
                    select $"{name}/templates/{spot.Message.Name}.{tag}.md")
            .ToHashSet(StringComparer.Ordinal);
        return it.Read.Source.Files.Keys
            .Where(path => path.StartsWith($"{name}/templates/", StringComparison.Ordinal) || path.StartsWith($"{name}/tables/", StringComparison.Ordinal))
            .Where(path => !used.Contains(path))
            .Select(path => Problems.FileUnused(Spot.StartOf(path), it.Read.Source.Path));
    }
}
