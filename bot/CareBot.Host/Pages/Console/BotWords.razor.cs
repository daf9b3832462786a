using System.Text.RegularExpressions;

namespace CareBot.Host.Pages.Console;

public partial class BotWords
{
    /// <summary>Emphasis goes and a sign that was escaped stays.</summary>
    [GeneratedRegex(@"\\([\\*_\[<`])|\*+")]
    private static partial Regex Marks();
}
