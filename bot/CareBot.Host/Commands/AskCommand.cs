using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CareBot.Answers;
using CareBot.Host.Metrics;
using CareBot.Host.Settings;
using CareBot.Knowledge.Search;
using CareBot.Turns;

namespace CareBot.Host.Commands;

/// <summary><c>carebot ask</c>: what the bot would do with a question, without a conversation.</summary>
internal static class AskCommand
{
    /// <summary>The confidence below which a passage is no candidate: it would be shown as 0.00.</summary>
    private const double CandidateMin = 0.005;

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
        var explain = new Option<bool>("--explain") { Description = "Tell what spoke for each find, and what each way out costs" };
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
            explain,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = read(parsed);
            var feedback = await TrainedLibrary.FeedbackAsync(settings.Data, cancellation);
            var (library, index) = await StoppableWork.RunAsync(
                () => TrainedLibrary.Open(settings.Library, settings.Data, feedback, cancellation), cancellation);
            if (library.Articles.Count == 0)
            {
                throw new StartRefusedException($"There is no article in {settings.Library}: name another library with --library DIR.");
            }

            var inquiry = new Inquiry
            {
                Text = parsed.GetRequiredValue(question),
                Prior = LanguageTags.FromTag(parsed.GetValue(lang)) ?? Language.Italian,
                Channel = "web",
                Today = settings.Today,
            };
            var (asked, passages) = Ask(index, inquiry, settings.Care.Policy.Answering);
            if (parsed.GetValue(explain))
            {
                asked = asked with
                {
                    Why = AskedWhy.Of(
                        index.Explain(inquiry), feedback.Count, ExpectedCosts.Of(passages, settings.Care.Policy.Answering)),
                };
            }

            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(asked, CommandJson.Readable.AskedQuestion));
            }
            else
            {
                AskedText.Write(asked, ReportConsole.On(Console.Out));
            }

            return CareBotCommand.Done;
        });
        return command;
    }

    private static (AskedQuestion Asked, IReadOnlyList<Passage> Passages) Ask(KnowledgeIndex index, Inquiry inquiry, AnswerPolicy policy)
    {
        var text = inquiry.Text;
        var started = Stopwatch.GetTimestamp();
        var evidence = index.Gather(inquiry);
        var elapsed = Stopwatch.GetElapsedTime(started);

        var best = evidence.Passages.Count > 0 ? evidence.Passages[0] : null;
        var verdict = Verdict.Of(evidence.AsOne(text), policy);
        var asked = new AskedQuestion
        {
            Question = text,
            Lang = (evidence.Language ?? inquiry.Prior).Tag(),
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
                .. evidence.Passages.Where(passage => passage.Confidence >= CandidateMin).Select(passage =>
                    new AskedCandidate(passage.Article.Value, passage.Title, Math.Round(passage.Confidence, 4))),
            ],
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 3),
        };
        return (asked, evidence.Passages);
    }
}
