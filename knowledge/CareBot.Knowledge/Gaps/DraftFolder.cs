using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Gaps;

/// <summary>Puts drafts into a folder: <c>it/gap-….md</c>, <c>en/gap-….md</c>.</summary>
public static class DraftFolder
{
    /// <summary>Writes one draft a gap. No file is ever written over, and no article of the library drafted again, nor what agents
    /// or the library as it is now answer with one.</summary>
    /// <param name="folder">Where to; it is made if it is not there. It may be the library's own.</param>
    /// <param name="gaps">What to draft.</param>
    /// <param name="library">The library as it is now.</param>
    /// <returns>What became of each gap's draft, in the order of the gaps.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static IReadOnlyList<PutDraft> Write(string folder, IReadOnlyList<Gap> gaps, Library library)
    {
        var taken = new HashSet<(string, Language)>();
        return [.. gaps.Select(gap => Put(folder, gap, library, taken))];
    }

    private static PutDraft Put(string folder, Gap gap, Library library, HashSet<(string, Language)> taken)
    {
        var draft = GapDraft.Of(gap);
        var path = Path.Combine(folder, draft.Language.Tag(), $"{draft.Id}.md");
        if (gap.Why is WhyLost.AgentsFoundIt found && library.Find(found.Article, draft.Language) is { } known)
        {
            return new(path, false, $"agents answer with {known.Path}: it lacks these wordings");
        }

        if (gap is { Why: WhyLost.AnswersNow, Nearest: { } nearest } && library.Find(nearest.Article, draft.Language) is { } answer)
        {
            return new(path, false, $"the library answers now with {answer.Path}");
        }

        if (!taken.Add((draft.Id, draft.Language)))
        {
            return new(path, false, "another group has a draft of this name");
        }

        if (library.Find(new ArticleId(draft.Id), draft.Language) is { } article)
        {
            return new(path, false, $"the library has {article.Path}");
        }

        if (Path.Exists(path))
        {
            return new(path, false, "the file is there already");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        file.Write(draft.Text);
        return new(path, true, null);
    }
}

/// <summary>What became of a draft.</summary>
/// <param name="Path">Where it is, or would be.</param>
/// <param name="Written">Whether it was written.</param>
/// <param name="Why">Why not; null when it was.</param>
public sealed record PutDraft(string Path, bool Written, string? Why);
