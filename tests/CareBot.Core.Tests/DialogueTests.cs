using System.Runtime.CompilerServices;

namespace CareBot.Core.Tests;

public class DialogueTests
{
    public static TheoryData<string> Dialogues => [.. Directory.EnumerateFiles(Folder(), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dialogues))]
    public void Dialogue_goes_as_written(string file)
    {
        var path = Path.Combine(Folder(), file);
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");

        var actual = Dialogue.Play(expected);

        if (Environment.GetEnvironmentVariable("CAREBOT_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Dialogues");
}
