using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CareBot.Desk;
using CareBot.Turns;

namespace CareBot.Core.Tests;

/// <summary>Plays the written inputs of a Markdown dialogue and writes the whole dialogue anew, with what really happened.</summary>
internal static partial class Dialogue
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static string Play(string written)
    {
        var played = new StringBuilder();
        var now = written.Contains("\nIt is evening.", StringComparison.Ordinal) ? Noon.AddHours(7) : Noon;
        var conversation = new Conversation
        {
            Id = new("c1"),
            Channel = "directline",
            StartedAt = Noon,
            Language = written.Contains("\nThe customer speaks English.", StringComparison.Ordinal) ? Language.English : Language.Italian,
        };

        foreach (var line in written.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("- bot: ", StringComparison.Ordinal) || line.StartsWith("  - ", StringComparison.Ordinal))
            {
                continue;
            }

            played.Append(line).Append('\n');
            if (Pause().Match(line) is { Success: true } pause)
            {
                now += TimeSpan.FromMinutes(int.Parse(pause.Groups[1].Value, CultureInfo.InvariantCulture));
                conversation = Write(played, Turn.Decide(conversation, new Input.DeadlinePassed(), CareBot.Answers.Evidence.None, new(), now));
            }
            else if (Read(line) is { } input)
            {
                var evidence = input is Input.CustomerSaid said
                    ? SmallLibrary.Find(said.Text, conversation)
                    : CareBot.Answers.Evidence.None with { Starters = input is Input.CustomerJoined ? SmallLibrary.Starters(conversation.Language) : [] };
                now += TimeSpan.FromSeconds(10);
                conversation = Write(played, Turn.Decide(conversation, input, evidence, new(), now));
            }
        }

        return played.ToString();
    }

    private static Input? Read(string line)
    {
        if (line == "- customer joins")
        {
            return new Input.CustomerJoined();
        }

        if (Shows().Match(line) is { Success: true } shows)
        {
            return new Input.CustomerSaid(
                shows.Groups[2].Value, [new SentFile("kept-1", shows.Groups[1].Value, "image/jpeg", 20_480)]);
        }

        if (FillsIn().Match(line) is { Success: true } filled)
        {
            return new Input.CustomerSaid(filled.Groups[1].Value, Form: Form.Handoff);
        }

        if (Customer().Match(line) is { Success: true } customer)
        {
            return new Input.CustomerSaid(customer.Groups[1].Value);
        }

        if (AgentActs().Match(line) is not { Success: true } act)
        {
            return null;
        }

        var agent = new Agent(new(act.Groups[1].Value.ToLowerInvariant()), act.Groups[1].Value);
        return act.Groups[2].Value switch
        {
            "claims" => new Input.AgentClaimed(agent),
            "closes" => new Input.AgentClosed(agent),
            "gives back" => new Input.AgentReleased(agent),
            "takes over from" => new Input.AgentTookOver(agent, new(act.Groups[3].Value.ToLowerInvariant())),
            "says" => new Input.AgentSaid(agent, act.Groups[3].Value),
            _ => new Input.AgentNoted(agent, act.Groups[3].Value),
        };
    }

    private static Conversation Write(StringBuilder played, Decision decision)
    {
        foreach (var reply in decision.Effects.OfType<Effect.Reply>().Where(reply => reply.Agent is null))
        {
            played.Append("- bot: ").Append(reply.Text.ReplaceLineEndings("\n").Replace("\n\n", " / ", StringComparison.Ordinal));
            played.Append(reply.Choices.Count == 0 ? "" : $" [{string.Join(" | ", reply.Choices)}]");
            played.Append(reply.Form is { } form ? $" [form: {form}]" : "").Append('\n');
        }

        foreach (var happened in decision.Events)
        {
            if (Describe(happened) is { } words)
            {
                played.Append("  - ").Append(words).Append('\n');
            }
        }

        if (decision.Refused is { } refusal)
        {
            played.Append("  - refused: ").Append(refusal).Append('\n');
        }

        return decision.Next;
    }

    private static string? Describe(CareEvent happened) => happened switch
    {
        CareEvent.CustomerSaid or CareEvent.BotSaid or CareEvent.AgentSaid => null,
        CareEvent.Answered answered => $"Answered {answered.Article}",
        CareEvent.ChoiceOffered offered => $"ChoiceOffered {string.Join(" ", offered.Articles)}",
        CareEvent.HelpJudged judged => $"HelpJudged {judged.Article} {(judged.Helpful ? "yes" : "no")}",
        CareEvent.HandoffInitiated handoff => $"HandoffInitiated {handoff.Reason}, due {handoff.DueAt:HH:mm:ss}",
        CareEvent.HandoffAccepted accepted => $"HandoffAccepted by {accepted.Agent.Name}",
        CareEvent.HandoffTransferred transferred => $"HandoffTransferred from {transferred.From.Name} to {transferred.To.Name}",
        CareEvent.HandoffReturned returned => $"HandoffReturned by {returned.From.Name}, {returned.Reason}, due {returned.DueAt:HH:mm:ss}",
        CareEvent.HandoffCompleted completed => $"HandoffCompleted by {completed.Agent.Name}",
        CareEvent.ContactEnded ended => $"ContactEnded {ended.Outcome}",
        CareEvent.Rated rated => $"Rated {rated.Contact} {rated.Score}",
        CareEvent.LanguageChanged changed => $"LanguageChanged {changed.Language}",
        CareEvent.ContactStarted started => $"ContactStarted {started.Contact}",
        _ => happened.GetType().Name,
    };

    [GeneratedRegex(@"^- customer: ?(.*)$")]
    private static partial Regex Customer();

    [GeneratedRegex(@"^- customer fills in: (.+)$")]
    private static partial Regex FillsIn();

    [GeneratedRegex(@"^- customer shows (\S+?)(?:: (.*))?$")]
    private static partial Regex Shows();

    [GeneratedRegex(@"^- (\d+) minutes pass$")]
    private static partial Regex Pause();

    [GeneratedRegex(@"^- (\p{Lu}\w+) (claims|closes|gives back|takes over from|says|notes)(?::? (.*))?$")]
    private static partial Regex AgentActs();
}
