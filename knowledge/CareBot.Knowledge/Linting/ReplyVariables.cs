using System.Text.RegularExpressions;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>What is written like a variable is one: known, closed, and in a reply, where it is filled in.</summary>
public static partial class ReplyVariables
{
    /// <summary>The names that authors may write between <c>{{</c> and <c>}}</c>.</summary>
    /// <remarks>The desk fills them, but for the number of an order, which it leaves to the agent as a gap.</remarks>
    public static IReadOnlyList<string> Names { get; } = ["agent_name", "company", "customer_name", "order_number"];

    internal static IEnumerable<Problem> Check(IEnumerable<Manuscript> manuscripts) =>
        from manuscript in manuscripts
        from Match written in Written().Matches(manuscript.Article.Body)
        let problem = Judge(manuscript, written)
        where problem is not null
        select problem;

    private static Problem? Judge(Manuscript manuscript, Match written)
    {
        var at = manuscript.InBody(written.Index);
        var name = written.Groups["name"];
        if (manuscript.Article.Kind != ArticleKind.Reply)
        {
            return Names.Contains(name.Value) ? Problems.VariableOutsideReply(at, written.Value) : null;
        }

        if (!name.Success)
        {
            return Problems.VariableBroken(at, written.Value.Trim(), Nearest(written.Value));
        }

        return Names.Contains(name.Value) ? null : Problems.VariableUnknown(at, name.Value, EditDistance.Nearest(name.Value, Names), Names);
    }

    private static string? Nearest(string written)
    {
        var name = written.Trim('{', '}', ' ').ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        return name.Length > 0 && EditDistance.Nearest(name, Names) is { } nearest ? $"{{{{{nearest}}}}}" : null;
    }

    // Whole ones first; then brackets that open or close nothing, and known names in single brackets.
    [GeneratedRegex(@"\{\{\s*(?<name>[a-z_]+)\s*\}\}|\{\{[ ]*[\p{L}_\-]*(?:[ ][\p{L}_\-]+\}\})?\}{0,2}|\}\}|\{\s*(?:agent_name|company|customer_name|order_number)\s*\}+")]
    private static partial Regex Written();
}
