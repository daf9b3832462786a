namespace CareBot.Procedures;

/// <summary>A request under way in another conversation.</summary>
/// <param name="Procedure">By which procedure.</param>
/// <param name="About">What it is about: the value of the procedure's key.</param>
public sealed record RequestElsewhere(ProcedureId Procedure, string About);
