namespace CareBot.SystemTests;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("carebot-test-").FullName;

    /// <summary>A copy of the shipped articles that a test may break.</summary>
    public string CopyOfLibrary()
    {
        var copy = System.IO.Path.Combine(Path, "library");
        foreach (var file in Directory.EnumerateFiles(CareBotProcess.ShippedLibrary, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(CareBotProcess.ShippedLibrary, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
