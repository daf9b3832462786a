using System.Runtime.CompilerServices;

namespace CareBot.Host.Tests.Architecture;

/// <summary>What a newcomer sees first.</summary>
public class TopLevelTests
{
    private static readonly string[] Known =
    [
        "CareBot.sln", "Directory.Build.props", "Directory.Build.rsp", "Directory.Packages.props", "LICENSE", "README.md",
        "appsettings.example.json", "global.json",
        // The operator's own, which is never committed.
        "appsettings.json",
    ];

    [Fact]
    public void Top_level_has_no_stray_file() => Assert.Empty(
        Directory.EnumerateFiles(Repository()).Select(Path.GetFileName).Where(name => !name!.StartsWith('.')).Except(Known));

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
