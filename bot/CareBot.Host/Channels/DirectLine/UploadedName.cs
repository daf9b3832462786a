using System.Globalization;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>What a file is called here: what its sender called it, without folders and without signs that lie about what is seen.</summary>
internal static class UploadedName
{
    private const int LengthMax = 150;

    private const string Nameless = "file";

    public static string Of(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        // Signs of direction make "gpj.exe" look like "exe.jpg".
        var name = string.Concat(last.Where(sign => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format)))
            .Trim(' ', '.');
        return name.Length == 0 ? Nameless : name.Length <= LengthMax ? name : Shortened(name);
    }

    /// <summary>The end says what kind of file it is, and stays.</summary>
    private static string Shortened(string name)
    {
        var kind = Path.GetExtension(name);
        if (kind.Length > LengthMax / 2)
        {
            kind = "";
        }

        var end = LengthMax - kind.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + kind;
    }
}
