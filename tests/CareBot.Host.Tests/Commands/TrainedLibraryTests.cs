using CareBot.Host.Commands;
using CareBot.Host.Storage;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Tests.Commands;

public sealed class TrainedLibraryTests : IDisposable
{
    /// <summary>No phrasing of the library: only what is learned makes one article likelier than another.</summary>
    private static readonly Inquiry Question = new()
    {
        Text = "vorrei capire quanto si paga per farsi mandare un pacco a casa",
        Prior = Language.Italian,
        Channel = "web",
        Today = new(2026, 11, 24),
    };

    private static readonly IReadOnlyList<Feedback> Judgements =
        [.. Enumerable.Repeat(new Feedback("quanto si paga per il pacco a casa", Language.Italian, new("delivery-costs"), Right: false), 40)];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("carebot-trained-");

    [Fact]
    public void Editors_commands_ask_the_search_that_customers_meet_and_leave_the_services_folder_as_it_is()
    {
        var service = LiveIndex.Open(
            new() { Folder = Shipped, IndexFolder = Data.Index }, CancellationToken.None);
        var untrained = service.Current.Index.Gather(Question).Passages[0];
        service.Train(Judgements, Pace.Full(CancellationToken.None));
        var met = service.Current.Index.Gather(Question).Passages[0];

        var beside = Open(Data);
        var before = Directory.GetFileSystemEntries(Data.Index).Order().ToList();
        var alone = Open(new DataFolder(Path.Combine(root.FullName, "none")));

        Assert.NotEqual(untrained.Confidence, met.Confidence);
        Assert.Equal((met.Article, met.Confidence), beside);
        Assert.Equal((met.Article, met.Confidence), alone);
        Assert.Equal(before, Directory.GetFileSystemEntries(Data.Index).Order());
        Assert.False(Directory.Exists(Path.Combine(root.FullName, "none")));
    }

    public void Dispose() => root.Delete(recursive: true);

    private static string Shipped => CareBot.Host.Library.LibraryLocation.Resolve(null);

    private DataFolder Data => new(Path.Combine(root.FullName, "data"));

    private static (CareBot.Answers.ArticleId, double) Open(DataFolder data)
    {
        var passage = TrainedLibrary.Open(Shipped, data, Judgements, CancellationToken.None).Index.Gather(Question).Passages[0];
        return (passage.Article, passage.Confidence);
    }
}
