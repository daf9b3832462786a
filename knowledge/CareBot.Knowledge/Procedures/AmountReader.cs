using CareBot.Desk;
using CareBot.Knowledge.Reading;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads amounts of time as values of fields.</summary>
internal static class AmountReader
{
    /// <returns>The amount; null where it cannot be read, which is refused.</returns>
    public static TimeAmount? Read(RuleFile file, YamlNode node, string key)
    {
        if (file.Text(node, key) is not { } written)
        {
            return null;
        }

        if (TimeAmount.TryParse(written, out var amount))
        {
            return amount;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), $"`{key}`", TimeAmount.Forms));
        return null;
    }
}
