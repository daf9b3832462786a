using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>What has been published before: what is there under a number never changes, as runs are in it.</summary>
/// <param name="id">The procedure.</param>
/// <param name="version">Its version.</param>
/// <returns>The hash of what was published, or its first letters; null when nothing was.</returns>
public delegate string? PublishedVersions(ProcedureId id, int version);
