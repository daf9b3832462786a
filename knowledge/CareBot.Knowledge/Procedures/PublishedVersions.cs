using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>What has been published before: what is there under a number never changes, as runs are in it.</summary>
/// <param name="Hash">The hash of what was published as a version, or its first letters; null when nothing was.</param>
/// <param name="Source">The files it was made of; null when they are not there.</param>
public sealed record PublishedVersions(Func<ProcedureId, int, string?> Hash, Func<ProcedureId, int, ProcedureSource?> Source)
{
    /// <summary>Nothing is known of what was published.</summary>
    public static PublishedVersions None { get; } = new((_, _) => null, (_, _) => null);
}
