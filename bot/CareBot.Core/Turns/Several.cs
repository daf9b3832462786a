using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>Several questions in one message, of which at least one has an answer: each gets its due, in order, in one turn.</summary>
internal static class Several
{
    /// <summary>The characters of a question that are quoted: enough to know it again.</summary>
    private const int QuotedMax = 80;

    public static Draft Take(Draft draft, IReadOnlyList<(Finding Part, Verdict Verdict)> parts)
    {
        var shown = new List<Passage>();
        var isMissing = false;
        foreach (var (part, verdict) in parts)
        {
            if (verdict is Verdict.Answer { Passage: var passage })
            {
                if (!shown.Any(other => other.Article == passage.Article))
                {
                    shown.Add(passage);
                    draft.Shown(passage).Say(ArticleReply.Of(passage, draft), TextFormat.Markdown, []);
                }
            }
            else if (verdict is Verdict.Unknown)
            {
                isMissing = true;
                draft.Record(new CareEvent.Missed(draft.Contact.Id)).Say(draft.Words.UnknownPart(Quoted(part.Text)));
            }
        }

        draft.Feel(isMissing ? Signal.Unmet : Signal.Answered);
        return shown.Any(passage => passage.Escalate == Escalate.Always)
            ? draft.Say(draft.Words.ArticleNeedsPerson).HandOver(HandoffReason.Article)
            : Ask(draft, shown, isMissing, [.. parts.Where(each => each.Verdict is Verdict.Clarify or Verdict.AskBack)]);
    }

    /// <summary>One question back at the end: which is meant, where that is open; else whether it helped.</summary>
    private static Draft Ask(Draft draft, List<Passage> shown, bool isMissing, List<(Finding Part, Verdict Verdict)> open)
    {
        foreach (var (part, _) in open.Skip(1))
        {
            draft.Say(draft.Words.AskAgainLater(Quoted(part.Text)));
        }

        return open switch
        {
            [(var part, Verdict.Clarify clarify), ..] => Answering.Offer(draft, draft.Words.WhichOneFor(Quoted(part.Text)), clarify.Passages),
            [(var part, Verdict.AskBack ask), ..] => Answering.AskBack(draft, draft.Words.WhichOneFor(Quoted(part.Text)), ask.Subjects),
            _ => draft
                .Say(
                    shown.Count == 1 ? draft.Words.DidThisHelp : draft.Words.DidTheseHelp,
                    draft.Words.YesNo(orPerson: isMissing || shown.Any(passage => passage.Escalate == Escalate.Offer)))
                .Await(new Question.Helpful(
                    shown[0].Article, shown.Count == 1 ? null : [.. shown.Skip(1).Select(passage => passage.Article)])),
        };
    }

    private static string Quoted(string text)
    {
        var question = text.Trim().TrimEnd('?', '.', '!');
        return question.Length <= QuotedMax ? question : $"{question[..QuotedMax].TrimEnd()}…";
    }
}
