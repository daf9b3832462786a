using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>A step of a procedure.</summary>
internal readonly record struct StepPlace(ProcedureId Procedure, string Step);

/// <summary>A row of a table of a procedure.</summary>
internal readonly record struct RowPlace(ProcedureId Procedure, string Table, string Row);
