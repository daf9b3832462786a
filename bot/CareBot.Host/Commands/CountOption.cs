using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CareBot.Host.Commands;

/// <summary>An option that takes a number of things, from 1.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int otherwise) => new(name)
    {
        Description = $"{description} (default: {otherwise})",
        HelpName = "N",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Read(name, result),
    };

    private static int Read(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        result.AddError($"\"{text}\" is no number for {name}: write one from 1 to {int.MaxValue}.");
        return 0;
    }
}
