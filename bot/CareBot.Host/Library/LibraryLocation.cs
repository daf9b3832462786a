namespace CareBot.Host.Library;

/// <summary>Finds the library that ships with the program when none is configured.</summary>
internal static class LibraryLocation
{
    private static readonly string Shipped = Path.Combine("knowledge", "content");

    /// <summary>The configured folder, or the shipped one: beside a published program, or up the tree of a checkout.</summary>
    /// <remarks>From a checkout it is the sources themselves, so that an edit there shows at once in the running service.</remarks>
    public static string Resolve(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Shipped);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, Shipped);
    }
}
