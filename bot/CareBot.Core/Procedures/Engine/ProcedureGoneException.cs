namespace CareBot.Procedures.Engine;

/// <summary>A run is in a version of a procedure that nobody has any more, or in a step that it has not.</summary>
/// <remarks>Published versions are kept for as long as a run is in them, so only a damaged store can bring it about.</remarks>
internal sealed class ProcedureGoneException(ProcedureId procedure, int version)
    : Exception($"Version {version} of the procedure \"{procedure}\" is not there any more, or has lost the step that a run is in.");
