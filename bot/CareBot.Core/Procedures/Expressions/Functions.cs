using System.Collections.Frozen;

namespace CareBot.Procedures.Expressions;

/// <summary>What a formula may call, and with how many arguments.</summary>
public static class Functions
{
    /// <summary>By name: the number of arguments, and what it is for.</summary>
    public static FrozenDictionary<string, (int Arguments, string Use)> Known { get; } = new Dictionary<string, (int, string)>
    {
        ["due"] = (2, "due(day, 14cd): the last day of a legal term; one that ends on a day of rest goes on to the next working day"),
        ["days"] = (2, "days(from, to): the days from one day to another"),
        ["count"] = (1, "count(list): how many values there are"),
        ["sum"] = (1, "sum(list): the numbers of a list added up"),
        ["max"] = (1, "max(list): the greatest value of a list"),
        ["min"] = (1, "min(list): the least value of a list"),
        ["round"] = (1, "round(number): to cents, half away from zero"),
        ["given"] = (1, "given(name): whether there is a value"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
