using System.Security.Cryptography;
using System.Text;

namespace CareBot.Procedures.Engine;

/// <summary>Case codes that customers can read out on the phone.</summary>
internal static class CaseCode
{
    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Signs = "23456789ACDEFHJKMNPQRTUVWXY";

    private const int Length = 7;

    /// <summary>The code of the case that a step of a run opens: the same whenever it is asked for.</summary>
    public static string Of(RunId run, string type, int step)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{run}/{type}/{step}"));
        return string.Concat(hash.Take(Length).Select(each => Signs[each % Signs.Length])).Insert(3, "-");
    }
}
