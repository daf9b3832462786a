namespace CareBot.Procedures;

/// <summary>What a procedure came to that need not be gone through again for a while: who has just proved who they are need not do so twice.</summary>
/// <param name="Procedure">Which.</param>
/// <param name="With">What it was called with: it holds for a call with the same, and no other.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Until">How long it holds.</param>
public sealed record Remembered(ProcedureId Procedure, Value.Fields With, Value.Fields Result, DateTimeOffset Until)
{
    /// <summary>What one conversation remembers at a time; the oldest is forgotten first.</summary>
    public const int Max = 20;
}
