namespace CareBot.Knowledge.Search;

/// <summary>All that training has made of a shelf.</summary>
/// <param name="Model">What tells its articles apart; null where there is nothing to tell apart, or too much.</param>
/// <param name="Calibration">How far its finds can be trusted.</param>
/// <param name="Examined">What it found of what it had not seen: customers' judgements are added to it.</param>
internal sealed record Learnt(Softmax? Model, Calibration Calibration, IReadOnlyList<KnownFind> Examined);
