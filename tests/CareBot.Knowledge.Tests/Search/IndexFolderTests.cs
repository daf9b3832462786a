using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

public sealed class IndexFolderTests : IDisposable
{
    private readonly LibraryFolderOnDisk folder = new();

    public IndexFolderTests()
    {
        folder.Write("en/hours.md", "hours", "When are you open?", "From nine to five.", "questions: [opening hours]");
        folder.Write("en/price.md", "price", "What does it cost?", "Ten euro.", "questions: [how much is it]");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Index_of_the_same_library_is_used_again()
    {
        using var first = Open();
        using var second = Open();

        Assert.False(first.Reused);
        Assert.True(second.Reused);
        AssertFinds(second);
    }

    [Fact]
    public void Index_of_a_changed_library_is_written_anew_and_the_old_one_deleted()
    {
        using var first = Open();
        folder.Write("en/price.md", "price", "What does it cost?", "Twenty euro.");

        using var second = Open();

        Assert.False(second.Reused);
        Assert.Single(Directory.GetDirectories(folder.IndexPath));
        AssertFinds(second);
    }

    [Theory]
    [InlineData(Damage.Truncated)]
    [InlineData(Damage.Garbage)]
    [InlineData(Damage.Flipped)]
    [InlineData(Damage.Deleted)]
    public void Damaged_index_heals(Damage damage)
    {
        using (Open())
        {
        }

        foreach (var file in Directory.GetFiles(Assert.Single(Directory.GetDirectories(folder.IndexPath))))
        {
            Spoil(file, damage);

            using var healed = Open();
            using var again = Open();

            // The lock is empty, and segments.gen a hint that Lucene can do without.
            Assert.True(!healed.Reused || Path.GetFileName(file) is "write.lock" or "segments.gen", file);
            Assert.True(again.Reused);
            AssertFinds(healed);
        }
    }

    [Fact]
    public void Index_written_by_another_version_is_not_used()
    {
        using (Open())
        {
        }

        var own = Assert.Single(Directory.GetDirectories(folder.IndexPath));
        Directory.Move(own, Path.Combine(folder.IndexPath, "v0-" + Path.GetFileName(own).Split('-')[1]));

        using var index = Open();

        Assert.False(index.Reused);
        Assert.Equal([own], Directory.GetDirectories(folder.IndexPath));
        AssertFinds(index);
    }

    [Fact]
    public void Index_that_lies_in_the_place_of_another_librarys_is_not_used()
    {
        using (Open())
        {
        }

        var own = Assert.Single(Directory.GetDirectories(folder.IndexPath));
        folder.Write("en/price.md", "price", "What does it cost?", "Twenty euro.");
        var fingerprint = folder.Read().Fingerprint;
        Directory.Move(own, Path.Combine(folder.IndexPath, $"{Path.GetFileName(own).Split('-')[0]}-{fingerprint[..16]}"));

        using var index = Open();

        Assert.False(index.Reused);
        AssertFinds(index);
    }

    [Fact]
    public void Index_serves_from_memory_where_its_folder_cannot_be_written()
    {
        File.WriteAllText(folder.IndexPath, "a file where the folder should be");

        using var index = Open();

        Assert.NotNull(index.Unkept);
        AssertFinds(index);
    }

    [Fact]
    public void Folder_may_be_deleted_while_the_index_serves()
    {
        using var index = Open();

        Directory.Delete(folder.IndexPath, recursive: true);

        AssertFinds(index);
    }

    public enum Damage
    {
        Truncated,
        Garbage,
        Flipped,
        Deleted,
    }

    private static void Spoil(string file, Damage damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case Damage.Truncated:
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case Damage.Garbage:
                File.WriteAllBytes(file, [.. Enumerable.Repeat((byte)0x5A, bytes.Length)]);
                break;
            case Damage.Flipped when bytes.Length > 0:
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(file, bytes);
                break;
            case Damage.Deleted:
                File.Delete(file);
                break;
        }
    }

    private KnowledgeIndex Open() => KnowledgeIndex.Open(folder.Read(), folder.IndexPath);

    private static void AssertFinds(KnowledgeIndex index)
    {
        var evidence = index.Gather(new() { Text = "opening hours", Prior = Language.English, Channel = "web", Today = new(2026, 11, 24) });
        Assert.Equal(new ArticleId("hours"), evidence.Passages[0].Article);
    }
}
