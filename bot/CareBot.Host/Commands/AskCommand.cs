using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CareBot.Answers;
using CareBot.Host.Settings;
using CareBot.Knowledge.Search;
using CareBot.Turns;
using Spectre.Console;

namespace CareBot.Host.Commands;

/// <summary><c>carebot ask</c>: what the bot would do with a question, without a conversation.</summary>
internal static class AskCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var question = new Argument<string>("question") { Description = "What a customer might write" };
        var lang = new Option<string?>("--lang") { Description = "The conversation's language so far: it or en (default: it)", HelpName = "it|en" };
        lang.AcceptOnlyFromAmong("it", "en");
        question.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("the question is empty.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "ask",
            """
            Say what the bot would answer.

            Examples:
              carebot ask "quando arriva il mio pacco?"
              carebot ask "how do I return a lamp" --lang en --json
            """)
        {
            question,
            lang,
            json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = read(parsed);
            var index = LiveIndex.Open(new LibraryOptions { Folder = settings.Library }, cancellation);
            if (index.Current.Library.Articles.Count == 0)
            {
                throw new StartRefusedException($"There is no article in {settings.Library}: name another library with --library DIR.");
            }

            index.Train(cancellation);
            var asked = Ask(
                index, settings, parsed.GetRequiredValue(question), LanguageTags.FromTag(parsed.GetValue(lang)) ?? Language.Italian);
            Write(asked, parsed.GetValue(json));
            return Task.FromResult(CareBotCommand.Done);
        });
        return command;
    }

    private static AskedQuestion Ask(LiveIndex index, CallSettings settings, string text, Language prior)
    {
        var inquiry = new Inquiry
        {
            Text = text,
            Prior = prior,
            Channel = "web",
            Today = settings.Today,
        };
        var started = Stopwatch.GetTimestamp();
        var evidence = index.Current.Index.Gather(inquiry);
        var elapsed = Stopwatch.GetElapsedTime(started);

        var best = evidence.Passages.Count > 0 ? evidence.Passages[0] : null;
        var verdict = Verdict.Of(
            new Finding { Text = text, Passages = evidence.Passages, MayMean = evidence.MayMean }, settings.Care.Policy.Answering);
        return new AskedQuestion
        {
            Question = text,
            Lang = (evidence.Language ?? prior).Tag(),
            Decision = Understanding.AsksForPerson(text) ? "handoff" : verdict switch
            {
                Verdict.Answer => "answer",
                Verdict.Clarify or Verdict.AskBack => "clarify",
                _ => "none",
            },
            Confidence = Math.Round(best?.Confidence ?? 0, 4),
            Answer = verdict is Verdict.Answer answer && !Understanding.AsksForPerson(text)
                ? new AskedAnswer(answer.Passage.Article.Value, answer.Passage.Title, answer.Passage.Text)
                : null,
            Candidates =
            [
                .. evidence.Passages.Select(passage =>
                    new AskedCandidate(passage.Article.Value, passage.Title, Math.Round(passage.Confidence, 4))),
            ],
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 3),
        };
    }

    private static void Write(AskedQuestion asked, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(asked, CommandJson.Default.AskedQuestion));
            return;
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{asked.Decision}[/] ({asked.Lang}, confidence {asked.Confidence:0.00}, {asked.ElapsedMs:0.0} ms)");
        if (asked.Answer is { } answer)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{answer.Title}[/]");
            AnsiConsole.WriteLine(answer.Text.Trim());
        }

        if (asked.Candidates.Count > 0)
        {
            AnsiConsole.WriteLine();
            var table = new Table().Border(TableBorder.Rounded).AddColumns("confidence", "article", "title");
            foreach (var candidate in asked.Candidates)
            {
                table.AddRow(
                    new Text(candidate.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
                    new Text(candidate.Id),
                    new Text(candidate.Title));
            }

            AnsiConsole.Write(table);
        }
    }
}

/// <summary>What <c>ask --json</c> prints.</summary>
internal sealed record AskedQuestion
{
    public required string Question { get; init; }

    public required string Lang { get; init; }

    /// <summary>answer, clarify, none or handoff.</summary>
    public required string Decision { get; init; }

    /// <summary>Of the best candidate, 0 to 1; 0 when there is none.</summary>
    public required double Confidence { get; init; }

    /// <summary>Null unless the decision is answer.</summary>
    public required AskedAnswer? Answer { get; init; }

    public required IReadOnlyList<AskedCandidate> Candidates { get; init; }

    /// <summary>The search alone, in milliseconds, not the reading of the library.</summary>
    public required double ElapsedMs { get; init; }
}

internal sealed record AskedAnswer(string Id, string Title, string Text);

internal sealed record AskedCandidate(string Id, string Title, double Confidence);
