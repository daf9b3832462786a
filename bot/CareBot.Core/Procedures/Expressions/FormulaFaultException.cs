namespace CareBot.Procedures.Expressions;

/// <summary>A formula whose parts do not go together with the values that they have.</summary>
/// <remarks>Only what another system answers can bring it about; the run then goes to a person with this as the reason.</remarks>
/// <param name="why">What does not go together, as a sentence.</param>
public sealed class FormulaFaultException(string why) : Exception(why);
