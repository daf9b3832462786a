using System.CommandLine;
using System.CommandLine.Parsing;
using CareBot.Host.Settings;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = string.Join(' ', Path(parsed.CommandResult));
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            yield return word.StartsWith('-') ? NoOption(word, parsed.CommandResult) : NoCommand(word, command, name);
        }
        else if (command.Action is null && command.Subcommands.Count > 0)
        {
            yield return $"{name} what? There are: {Names(command.Subcommands)}.";
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                yield return error.Message;
            }
        }

        yield return $"try {name} --help.";
    }

    private static string NoOption(string word, CommandResult result)
    {
        var option = word.Split('=')[0];
        var known = Levels(result)
            .SelectMany(level => level.Command.Options.Where(option => level == result || option.Recursive))
            .Select(option => option.Name)
            .Concat(SettingNames.Roots.Select(root => $"--{root}"));
        return $"there is no option {option}{Meant(option, known)}";
    }

    private static string NoCommand(string word, Command command, string name) => command.Subcommands.Count > 0
        ? $"\"{word}\" is no command of {name}{Meant(word, command.Subcommands.Select(other => other.Name))} There are: {Names(command.Subcommands)}."
        : $"\"{word}\" is one word too many: put quotes around words that belong together.";

    private static string Meant(string word, IEnumerable<string> known) =>
        EditDistance.Nearest(word, known) is { } nearest ? $"; did you mean {nearest}?" : ".";

    private static string Names(IEnumerable<Command> commands) => string.Join(", ", commands.Select(command => command.Name));

    private static IEnumerable<string> Path(CommandResult result) =>
        Levels(result).Reverse().Select(level => level.Parent is null ? "carebot" : level.Command.Name);

    /// <summary>The command and those that it is a part of, from the inside.</summary>
    private static IEnumerable<CommandResult> Levels(CommandResult result)
    {
        for (var level = result; level is not null; level = level.Parent as CommandResult)
        {
            yield return level;
        }
    }
}
