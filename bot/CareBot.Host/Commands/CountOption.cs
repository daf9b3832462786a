using System.CommandLine;

namespace CareBot.Host.Commands;

/// <summary>An option that takes a number of things, from 1.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int otherwise)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} (default: {otherwise})",
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }
}
