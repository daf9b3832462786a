using System.Globalization;

namespace CareBot.Host.Pages.Layout;

/// <summary>The one or two letters that stand for a name.</summary>
internal static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    /// <summary>A letter is what a reader takes for one, however many characters it is stored as.</summary>
    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
