using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>What the search has learned outlives an end of the service, and an edit.</summary>
public sealed class KeptTrainingTests : IDisposable
{
    private const string Question = "is there a price for it";

    private readonly LibraryFolderOnDisk folder = new();

    public KeptTrainingTests()
    {
        folder.Write("en/hours.md", "hours", "When are you open?", "From nine to five.", "questions: [opening hours, are you open today, until when is the shop open]");
        folder.Write("en/price.md", "price", "What does it cost?", "Ten euro.", "questions: [how much is it, what is the price of it, price list]");
        folder.Write("en/where.md", "where", "Where are you?", "In Mestre.", "questions: [where is the shop, what is the address of it, directions]");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_learned_is_there_at_the_next_opening()
    {
        var first = Open();
        var untrained = Chance(first, Question);
        Assert.False(first.Current.Index.IsTrained);

        Assert.Null(Train(first));
        var next = Open();

        Assert.True(next.Current.Index.IsTrained);
        Assert.NotEqual(untrained, Chance(first, Question));
        Assert.Equal(Chance(first, Question), Chance(next, Question));
    }

    [Theory]
    [InlineData(Damage.Truncated)]
    [InlineData(Damage.Flipped)]
    [InlineData(Damage.Emptied)]
    [InlineData(Damage.Deleted)]
    public void Damaged_training_is_learned_anew(Damage damage)
    {
        Train(Open());
        Spoil(Assert.Single(Directory.GetFiles(folder.IndexPath)), damage);

        var healed = Open();

        Assert.False(healed.Current.Index.IsTrained);
        Assert.Null(Train(healed));
        Assert.True(Open().Current.Index.IsTrained);
    }

    [Fact]
    public void Training_of_another_library_is_not_used_and_goes_when_the_new_one_has_learned()
    {
        Train(Open());
        folder.Write("en/price.md", "price", "What does it cost?", "Twenty euro.", "questions: [price list]");

        var changed = Open();

        Assert.False(changed.Current.Index.IsTrained);
        Train(changed);
        Assert.Single(Directory.GetFiles(folder.IndexPath));
        Assert.True(Open().Current.Index.IsTrained);
    }

    [Fact]
    public void What_only_looks_on_uses_a_services_training_and_leaves_its_folder_as_it_is()
    {
        Train(Open());
        Assert.True(LookOn().Current.Index.IsTrained);
        var files = Directory.GetFileSystemEntries(folder.IndexPath, "*", SearchOption.AllDirectories);
        folder.Write("en/price.md", "price", "What does it cost?", "Twenty euro.");

        Assert.Null(Train(LookOn()));

        Assert.Equal(files, Directory.GetFileSystemEntries(folder.IndexPath, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Training_that_cannot_be_kept_says_why_and_serves_all_the_same()
    {
        File.WriteAllText(folder.IndexPath, "a file where the folder should be");
        var live = Open();

        Assert.NotNull(Train(live));

        Assert.True(live.Current.Index.IsTrained);
    }

    [Fact]
    public void Edited_library_answers_with_what_was_learned_before_until_it_has_learned_anew()
    {
        var live = Open();
        var untrained = Chance(live, Question);
        Train(live);
        var trained = Chance(live, Question);
        folder.Write("en/where.md", "where", "Where are you?", "In Mestre, at the station.", "questions: [where is the shop, what is the address of it, directions]");

        live.Refresh(CancellationToken.None);

        Assert.False(live.Current.Index.IsTrained);
        Assert.Equal(trained, Chance(live, Question), Math.Abs(trained - untrained) / 10);
    }

    [Fact]
    public void Article_that_is_added_is_found_before_the_search_has_learned_it()
    {
        var live = Open();
        Train(live);
        folder.Write("en/gift.md", "gift", "Do you wrap gifts?", "Yes.", "questions: [gift wrapping, can it be wrapped as a present]");

        live.Refresh(CancellationToken.None);

        var before = Best(live, "can you wrap my present");
        Assert.Equal(new ArticleId("gift"), before.Article);
        Train(live);
        Assert.Equal(Best(live, "can you wrap my present").Confidence, before.Confidence, 0.02);
    }

    [Fact]
    public void Article_that_is_taken_away_is_found_no_more()
    {
        var live = Open();
        Train(live);
        File.Delete(Path.Combine(folder.Path, "en/price.md"));

        live.Refresh(CancellationToken.None);

        Assert.All(["how much is it", "opening hours"], question => Assert.NotEqual(new ArticleId("price"), Best(live, question).Article));
    }

    [Fact]
    public async Task Looks_at_the_files_meanwhile_do_not_take_away_what_was_learned()
    {
        var live = Open();
        using var done = new CancellationTokenSource();
        var looks = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                live.Refresh(CancellationToken.None);
            }
        });

        for (var times = 0; times < 20; times++)
        {
            Train(live);
            Assert.True(live.Current.Index.IsTrained);
        }

        await done.CancelAsync();
        await looks;
        Assert.True(live.Current.Index.IsTrained);
        Assert.True(Open().Current.Index.IsTrained);
    }

    [Fact]
    public void Learning_that_is_given_up_changes_nothing()
    {
        var live = Open();
        var before = live.Current;

        Assert.ThrowsAny<OperationCanceledException>(() => live.Train([], new(0.5, new(canceled: true))));

        Assert.Same(before, live.Current);
    }

    public enum Damage
    {
        Truncated,
        Flipped,
        Emptied,
        Deleted,
    }

    private static string? Train(LiveIndex live) => live.Train([], Pace.Full(CancellationToken.None));

    private static void Spoil(string file, Damage damage)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.Delete(file);
        if (damage != Damage.Deleted)
        {
            File.WriteAllBytes(file, damage switch { Damage.Truncated => bytes[..(bytes.Length / 2)], Damage.Emptied => [], _ => bytes });
        }
    }

    private static double Chance(LiveIndex live, string question) => Best(live, question).Confidence;

    private static Passage Best(LiveIndex live, string question) =>
        live.Current.Index.Gather(new() { Text = question, Prior = Language.English, Channel = "web", Today = new(2026, 11, 24) }).Passages[0];

    private LiveIndex Open() => LiveIndex.Open(new() { Folder = folder.Path, IndexFolder = folder.IndexPath }, CancellationToken.None);

    private LiveIndex LookOn() =>
        LiveIndex.Open(new() { Folder = folder.Path, IndexFolder = folder.IndexPath, KeepsIndex = false }, CancellationToken.None);
}
