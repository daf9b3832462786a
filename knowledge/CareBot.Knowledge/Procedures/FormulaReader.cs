using CareBot.Knowledge.Reading;
using CareBot.Procedures.Expressions;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads formulas as values of fields.</summary>
internal static class FormulaReader
{
    /// <returns>The formula; null where it cannot be read, which is refused.</returns>
    public static Expression? Read(RuleFile file, YamlNode node, string key)
    {
        if (file.Text(node, key) is not { } written)
        {
            return null;
        }

        try
        {
            return Formula.Read(written);
        }
        catch (FormulaException failure)
        {
            // Quotes and blocks shift columns: the line is sure, the column of the value is where the eye begins.
            file.Refuse(Problems.FormulaUnread(file.At(node), written, failure.Message));
            return null;
        }
    }

    /// <summary>Names, each with a formula.</summary>
    public static Dictionary<string, Expression> Named(RuleFile file, YamlNode? node, string key)
    {
        var formulas = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, _, value) in file.Named(node, $"`{key}`"))
        {
            if (Read(file, value, name) is { } formula)
            {
                formulas[name] = formula;
            }
        }

        return formulas;
    }
}
