using System.Globalization;
using System.Text.RegularExpressions;
using CareBot.Answers;

namespace CareBot.Host.Desk;

/// <summary>What is known of whoever writes and whoever reads a canned reply.</summary>
/// <param name="Customer">The customer's name; null when the channel gives none.</param>
/// <param name="Agent">The agent's name.</param>
/// <param name="Company">The company as customers know it.</param>
internal sealed record ReplyFacts(string? Customer, string Agent, string Company);

/// <summary>A canned reply as it goes into the field: what is known is filled in, what is not is a gap that the agent fills.</summary>
/// <param name="Text">The words.</param>
internal sealed partial record ReplyText(string Text)
{
    /// <summary>What stands where the agent must write something. No customer should ever read it: <c>compose.js</c> selects it and does not send it.</summary>
    /// <param name="variable">What is missing, by its name in the library.</param>
    /// <param name="language">The reply's.</param>
    public static string Gap(string variable, Language language) => $"⟦{(variable, language) switch
    {
        ("order_number", Language.Italian) => "numero d'ordine",
        _ => variable.Replace('_', ' '),
    }}⟧";

    /// <summary>Fills a reply. Names are put in as they are: what looks like a placeholder in them stays what it is.</summary>
    public static ReplyText Of(Article reply, ReplyFacts facts)
    {
        var text = Flow(reply.Body);
        if (string.IsNullOrWhiteSpace(facts.Customer))
        {
            text = Nameless(text, reply.Language);
        }

        return new(Placeholder().Replace(text, placeholder => placeholder.Groups["name"].Value switch
        {
            "customer_name" => facts.Customer?.Trim() ?? "",
            "agent_name" => facts.Agent,
            "company" => facts.Company,
            var unknown => Gap(unknown, reply.Language),
        }));
    }

    /// <summary>Authors break lines for their editors: in a chat, a paragraph is one line.</summary>
    private static string Flow(string body) => BrokenLine().Replace(body.ReplaceLineEndings("\n").Trim(), " ");

    /// <summary>The address goes with the name ("Grazie, Luca: …"), but "Gentile" and "Dear" cannot stand alone.</summary>
    private static string Nameless(string text, Language language)
    {
        var addressed = Courtesy().Replace(text, language == Language.Italian ? "$1 cliente" : "$1 customer");
        var nameless = Address().Replace(addressed, "").TrimStart(' ', ',');
        return nameless.Length == 0 ? nameless : char.ToUpper(nameless[0], CultureInfo.GetCultureInfo(language.Tag())) + nameless[1..];
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z_]+)\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<!\n)\n(?!\n|\s*(?:[-*>]|\d+\.)\s)")]
    private static partial Regex BrokenLine();

    [GeneratedRegex(@"\b(Gentile|Dear)\s+\{\{\s*customer_name\s*\}\}")]
    private static partial Regex Courtesy();

    [GeneratedRegex(@",?[ ]*\{\{\s*customer_name\s*\}\}")]
    private static partial Regex Address();
}
