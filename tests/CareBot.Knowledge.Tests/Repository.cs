using System.Runtime.CompilerServices;

namespace CareBot.Knowledge.Tests;

/// <summary>Where the files of the repository lie on the machine that runs the tests.</summary>
internal static class Repository
{
    public static string Content => Path.Combine(Root(), "knowledge", "content");

    public static string Knowledge => Path.Combine(Root(), "knowledge", "CareBot.Knowledge");

    public static string Snippets => Path.Combine(Root(), ".vscode", "carebot.code-snippets");

    public static string Docs => Path.Combine(Root(), "bot", "docs");

    public static string Tests => Path.Combine(Root(), "tests", "CareBot.Knowledge.Tests");

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
