using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

public class KeptProofTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Proof_of_an_unchanged_library_is_not_made_again()
    {
        using var folder = Shop();
        var first = Prove(folder, Today);

        var again = KeptProof.Of(folder.Read(), Today, folder.IndexPath, () => throw new InvalidOperationException("made again"));

        Assert.Equal("CB210", Assert.Single(first).Code);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Any_change_and_any_other_day_ask_for_a_new_proof_and_one_proof_is_kept()
    {
        using var folder = Shop();
        Prove(folder, Today);

        Assert.True(IsMade(folder, Today.AddDays(1)));
        folder.Write("en/refund.md", "refund", "When do I get my refund?", "Refunds take ten days.");
        Assert.True(IsMade(folder, Today.AddDays(1)));
        Assert.False(IsMade(folder, Today.AddDays(1)));
        Assert.Single(Directory.GetFiles(folder.IndexPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    public void Damaged_proof_is_made_again(string damage)
    {
        using var folder = Shop();
        Prove(folder, Today);
        File.WriteAllText(Directory.GetFiles(folder.IndexPath).Single(), damage);

        Assert.True(IsMade(folder, Today));
        Assert.False(IsMade(folder, Today));
    }

    [Fact]
    public void Folder_that_cannot_be_written_is_no_obstacle()
    {
        using var folder = Shop();
        File.WriteAllText(folder.IndexPath, "a file where the folder should be");

        Assert.Single(Prove(folder, Today));
    }

    [Fact]
    public void Check_with_a_kept_proof_finds_what_a_check_without_one_finds()
    {
        using var folder = Shop();

        var (without, making, keeping) = (Run(folder, null), Run(folder, folder.IndexPath), Run(folder, folder.IndexPath));

        Assert.Equal(without, making);
        Assert.Equal(without, keeping);
    }

    private static IReadOnlyList<Problem> Run(LibraryFolderOnDisk folder, string? keep) =>
        LibraryCheck.Run(folder.Read(), Today, keep, learnt: null, CancellationToken.None);

    private static IReadOnlyList<Problem> Prove(LibraryFolderOnDisk folder, DateOnly today) =>
        KeptProof.Of(folder.Read(), today, folder.IndexPath, () => [Problems.PhrasingLost(new("en/refund.md", 4, 13), "è così?")]);

    private static bool IsMade(LibraryFolderOnDisk folder, DateOnly today)
    {
        var made = false;
        KeptProof.Of(folder.Read(), today, folder.IndexPath, () =>
        {
            made = true;
            return [];
        });
        return made;
    }

    private static LibraryFolderOnDisk Shop()
    {
        var folder = new LibraryFolderOnDisk();
        folder.Write("en/refund.md", "refund", "When do I get my refund?", "Refunds take fourteen days.", "questions: ['???']");
        return folder;
    }
}
