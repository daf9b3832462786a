using System.Security.Cryptography;
using System.Text;

namespace CareBot.Knowledge.Reading;

/// <summary>The last good text of every article of one library, kept between starts: it serves when a file is bad at the next one.</summary>
/// <remarks>What lies in the folder is a cache: it may be deleted at any time. A name holds the hash of its text, so that damage is noticed.</remarks>
/// <param name="folder">Where the texts lie; made when there is something to keep.</param>
/// <param name="library">The folder of the library.</param>
internal sealed class KeptArticles(string folder, string library)
{
    /// <summary>The letters that stand for a path: enough to tell any two paths apart that ever meet.</summary>
    private const int NameLength = 16;

    /// <summary>The version of a file that was kept; null when there is none that can be used.</summary>
    public GoodVersion? Find(string path)
    {
        try
        {
            var found = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{NameOf(path)}-*").FirstOrDefault() : null;
            if (found is null || File.ReadAllBytes(found) is not { } bytes || Path.GetFileName(found) != NameOf(path, HashOf(bytes)))
            {
                return null;
            }

            return SourceText.Decode(path, bytes).Text is { } source && ArticleReader.Read(source).Article is { } article
                ? new(article, HashOf(bytes))
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // As good as deleted.
            return null;
        }
    }

    /// <summary>Keeps the versions that serve, in the place of older ones.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public string? Keep(IEnumerable<ArticleFile> files)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var old = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
            foreach (var file in files)
            {
                if (file.Good is { } good && (old.Remove(NameOf(file.Path, good.Hash)) || Copied(file.Path, good.Hash)))
                {
                    continue;
                }

                // Better an older text than none.
                old.RemoveWhere(name => name.StartsWith(NameOf(file.Path), StringComparison.Ordinal));
            }

            foreach (var name in old)
            {
                File.Delete(Path.Combine(folder, name));
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    /// <summary>Written beside its place and moved there whole. False when the file holds another version by now.</summary>
    private bool Copied(string path, string hash)
    {
        var file = Path.Combine(library, path);
        if (!File.Exists(file) || File.ReadAllBytes(file) is not { } bytes || HashOf(bytes) != hash)
        {
            return false;
        }

        var unfinished = Path.Combine(folder, $"unfinished-{Path.GetRandomFileName()}");
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, Path.Combine(folder, NameOf(path, hash)), overwrite: true);
        return true;
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // The same path in another library is another article.
    private string NameOf(string path) => HashOf(Encoding.UTF8.GetBytes($"{Path.GetFullPath(library)}\0{path}"))[..NameLength];

    private string NameOf(string path, string hash) => $"{NameOf(path)}-{hash}.md";
}
