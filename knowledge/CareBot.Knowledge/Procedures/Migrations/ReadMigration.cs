using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Migrations;

/// <summary>A plan as it was read, with the places where its parts stand.</summary>
/// <param name="Plan">What it does.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Places">The place of each part: <c>to</c>, <c>steps/NAME</c>, <c>values/NAME</c> …</param>
internal sealed record ReadMigration(Migration Plan, RuleFile File, IReadOnlyDictionary<string, Spot> Places)
{
    public Spot At(string part) => Places.GetValueOrDefault(part, Spot.StartOf(File.Name));
}
