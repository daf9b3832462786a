using System.Security.Cryptography;
using CareBot.Answers;

namespace CareBot.Knowledge.Reading;

/// <summary>One file of the library as it was last read: the good version that serves, and what is wrong with the present one.</summary>
internal sealed record ArticleFile
{
    /// <summary>The bytes of one file: about a hundred pages, and no book.</summary>
    public const int BytesMax = 256 * 1024;

    public required string Path { get; init; }

    /// <summary>How long the file was and when it was last written: what tells that it has not changed.</summary>
    public required (long Length, DateTime WrittenAt) Stamp { get; init; }

    /// <summary>The present version.</summary>
    public required ReadText Present { get; init; }

    /// <summary>The hash of the present version's bytes; empty where they could not be read.</summary>
    public required string Hash { get; init; }

    /// <summary>The last version that was good when the library was put together; null when there has been none.</summary>
    public GoodVersion? Good { get; init; }

    /// <summary>Reads a file anew, unless it is as it was.</summary>
    public static ArticleFile Read(string folder, string path, ArticleFile? last)
    {
        try
        {
            var file = new FileInfo(System.IO.Path.Combine(folder, path));
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            var stamp = (target.Length, target.LastWriteTimeUtc);
            if (last is not null && last.Stamp == stamp)
            {
                return last;
            }

            return target.Length > BytesMax
                ? Bad(path, stamp, Problems.TooLarge(path, target.Length, BytesMax), last)
                : Parse(path, stamp, File.ReadAllBytes(target.FullName), last);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Bad(path, default, Problems.Unreadable(path, failure.Message), last);
        }
    }

    private static ArticleFile Parse(string path, (long, DateTime) stamp, byte[] bytes, ArticleFile? last)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (last is not null && last.Hash == hash)
        {
            return last with { Stamp = stamp };
        }

        var (source, problem) = SourceText.Decode(path, bytes);
        return source is null
            ? Bad(path, stamp, problem!, last)
            : new() { Path = path, Stamp = stamp, Hash = hash, Present = ArticleReader.Read(source), Good = last?.Good };
    }

    private static ArticleFile Bad(string path, (long, DateTime) stamp, Problem problem, ArticleFile? last) => new()
    {
        Path = path,
        Stamp = stamp,
        Hash = "",
        Present = new(null, [problem], Spot.StartOf(path), [], [], Places.None),
        Good = last?.Good,
    };
}

/// <summary>A version of a file that was good, and the hash of its bytes.</summary>
internal sealed record GoodVersion(Article Article, string Hash);
