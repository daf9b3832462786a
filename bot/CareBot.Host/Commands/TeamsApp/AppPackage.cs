using System.IO.Compression;
using System.Text;

namespace CareBot.Host.Commands.TeamsApp;

/// <summary>The archive that Teams takes. The same facts always make the same bytes, so that two packages can be compared.</summary>
internal static class AppPackage
{
    /// <summary>The earliest time that an archive can say.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(AppFacts app, AppIcons icons)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes(AppManifest.Write(app)));
            Add(archive, AppManifest.EnglishFile, Encoding.UTF8.GetBytes(AppManifest.WriteEnglish(app)));
            Add(archive, AppIcons.ColourFile, icons.Colour);
            Add(archive, AppIcons.OutlineFile, icons.Outline);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
