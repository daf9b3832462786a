using System.Diagnostics;
using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Evaluation;

/// <summary>A test question and what the library made of it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Found">What was found, the most likely first.</param>
/// <param name="Took">How long it took.</param>
public sealed record Asked(TestQuestion Question, IReadOnlyList<Passage> Found, TimeSpan Took)
{
    /// <summary>How sure the search was of its best find; 0 when it found nothing.</summary>
    public double Confidence => Found.Count > 0 ? Found[0].Confidence : 0;

    /// <summary>Whether its best find answers.</summary>
    public bool IsRight => Rank == 1;

    /// <summary>The place of the first find that answers, from 1; null when none does.</summary>
    public int? Rank => Found.Index().Where(each => Question.Expected.Contains(each.Item.Article)).Select(each => each.Index + 1).Cast<int?>().FirstOrDefault();

    /// <summary>Asks one question after the other.</summary>
    public static IReadOnlyList<Asked> All(KnowledgeIndex index, Language prior, IEnumerable<TestQuestion> questions, DateOnly today) =>
    [
        .. questions.Select(question =>
        {
            var started = Stopwatch.GetTimestamp();
            var evidence = index.Gather(new Inquiry { Text = question.Text, Prior = prior, Channel = "web", Today = today });
            return new Asked(question, evidence.Passages, Stopwatch.GetElapsedTime(started));
        }),
    ];
}
