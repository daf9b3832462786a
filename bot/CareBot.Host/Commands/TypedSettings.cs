using CareBot.Host.Settings;

namespace CareBot.Host.Commands;

/// <summary>The settings among the words of a command line: they may stand anywhere and go with every command.</summary>
/// <param name="Settings">As <c>--Section:Key=value</c>, each in one word.</param>
/// <param name="Rest">The command with its own options.</param>
internal sealed record TypedSettings(IReadOnlyList<string> Settings, IReadOnlyList<string> Rest)
{
    /// <summary>Behind it, nothing is an option or a setting any more.</summary>
    private const string End = "--";

    /// <summary>Takes the settings out: <c>--Care:Company=Laguna</c>, <c>--urls=…</c>, and the same with a blank for the equals sign.</summary>
    public static TypedSettings Of(IReadOnlyList<string> words)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] == End)
            {
                rest.AddRange(words.Skip(at));
                break;
            }

            if (!IsSetting(words[at]))
            {
                rest.Add(words[at]);
            }
            else if (words[at].Contains('=', StringComparison.Ordinal) || at + 1 == words.Count)
            {
                settings.Add(words[at]);
            }
            else
            {
                settings.Add($"{words[at]}={words[++at]}");
            }
        }

        return new(settings, rest);
    }

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal)
        && word[2..].Split('=')[0] is var key
        && !key.Any(char.IsWhiteSpace)
        && (key.Contains(':', StringComparison.Ordinal)
            || SettingNames.Roots.Contains(key, StringComparer.OrdinalIgnoreCase)
            // A host that starts the program hands over whole sections, whose own value is empty.
            || (word.EndsWith('=') && SettingNames.AllSections.Contains(key)));
}
