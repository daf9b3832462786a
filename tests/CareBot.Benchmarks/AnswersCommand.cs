using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CareBot.Knowledge.Evaluation;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Benchmarks;

/// <summary>Measures answers on sets of questions, beside Lucene.Net as it comes on the same run, as a Markdown table.</summary>
internal static class AnswersCommand
{
    private const string Clean = "clean", Typo = "typo";

    public static Task<int> RunAsync(string[] args)
    {
        var sets = new Argument<DirectoryInfo[]>("sets")
        {
            Description = "Folders with `library` (articles) and `questions.tsv` (as for `carebot library eval`)",
            Arity = ArgumentArity.OneOrMore,
        };
        var sample = new Option<int>("--sample") { Description = "Ask this many questions of each variant, evenly spread; 0 asks all", DefaultValueFactory = _ => 0 };
        var command = new RootCommand("Measures answers on sets of questions, beside Lucene.Net as it comes.") { sets, sample };
        command.SetAction(parsed =>
        {
            Console.WriteLine("| set | articles | asked | top-1 | Lucene | typo | Lucene | resolved95 | Lucene | resolved80 | ECE | out of scope | p50 ms | p99 ms | build s |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
            foreach (var set in parsed.GetRequiredValue(sets))
            {
                Console.WriteLine(Row(set, parsed.GetValue(sample)));
            }
        });
        return command.Parse(args).InvokeAsync();
    }

    private static string Row(DirectoryInfo set, int sample)
    {
        var questions = Sampled(TestQuestion.Read(Path.Combine(set.FullName, "questions.tsv")), sample);
        var started = Stopwatch.GetTimestamp();
        var library = Library.Read(Path.Combine(set.FullName, "library"), last: null, CancellationToken.None);
        using var index = KnowledgeIndex.Open(library, folder: null);
        var trained = index.Train([], Pace.Full(CancellationToken.None));
        var built = Stopwatch.GetElapsedTime(started);

        var language = library.Articles.CountBy(article => article.Language).MaxBy(count => count.Value).Key;
        var ours = Asked.All(trained, language, questions, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime));
        using var lucene = new PlainLucene(library, language);
        var plain = lucene.Ask(questions);

        var times = ours.Select(asked => asked.Took.Ticks).Order().ToList();
        var (clean, cleanPlain) = (Of(ours, Clean), Of(plain, Clean));
        return string.Create(CultureInfo.InvariantCulture, $"| {set.Name} | {library.Articles.Count} | {clean.N} | {Share(clean.Top1)} | {Share(cleanPlain.Top1)} | {Share(Of(ours, Typo).Top1)} | {Share(Of(plain, Typo).Top1)} | {Share(clean.Resolved95)} | {Share(cleanPlain.Resolved95)} | {Share(clean.Resolved80)} | {Share(clean.Ece)} | {Share(OutOfScope(ours))} | {Milliseconds(times, 0.5):0.0} | {Milliseconds(times, 0.99):0.0} | {built.TotalSeconds:0.0} |");
    }

    /// <summary>Evenly spread over the file and always the same, so that runs compare.</summary>
    private static List<TestQuestion> Sampled(IReadOnlyList<TestQuestion> questions, int sample) =>
    [
        .. questions.GroupBy(question => question.Variant).SelectMany(variant =>
        {
            var all = variant.ToList();
            var step = sample == 0 ? 1 : Math.Max(1, all.Count / sample);
            return all.Where((_, at) => at % step == 0);
        }),
    ];

    private static Measures Of(IReadOnlyList<Asked> asked, string variant) => Measures.Of([.. asked.Where(each => each.Question.Variant == variant)]);

    private static double? OutOfScope(IReadOnlyList<Asked> asked)
    {
        var clean = asked.Where(each => each.Question.Variant == Clean).ToLookup(each => each.Question.InScope, each => each.Confidence);
        return Measures.Auroc(clean[true], clean[false]);
    }

    private static string Share(double? share) => share is { } known ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    private static double Milliseconds(List<long> ticks, double share) => Spread.Percentile(ticks, share) / TimeSpan.TicksPerMillisecond;
}
