using System.Text.Json;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Settings;

/// <summary>The settings there are: those of <c>appsettings.example.json</c>, which the program carries in itself.</summary>
internal static class SettingNames
{
    /// <summary>What the server and its host take besides, by their own rules.</summary>
    private static readonly string[] HostSections = ["Logging", "Kestrel", "hostBuilder", "HostFiltering"];

    private static readonly string[] HostKeys =
    [
        "urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports", "AllowedHosts", "detailedErrors",
        "shutdownTimeoutSeconds",
    ];

    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.OrdinalIgnoreCase);

    static SettingNames()
    {
        using var stream = typeof(SettingNames).Assembly.GetManifestResourceStream("appsettings.example.json")!;
        using var example = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        foreach (var entry in example.RootElement.EnumerateObject())
        {
            Sections[entry.Name] = entry.Value.ValueKind == JsonValueKind.Object
                ? [.. entry.Value.EnumerateObject().Select(setting => setting.Name)]
                : [];
        }

        Roots = [.. HostKeys, .. Sections.Where(section => section.Value.Length == 0).Select(section => section.Key)];
    }

    /// <summary>The settings without a section, which a command line gives as <c>--Key=value</c>.</summary>
    public static IReadOnlyList<string> Roots { get; }

    /// <summary>The sections, as they are written.</summary>
    public static IEnumerable<string> AllSections =>
        [.. HostSections, .. Sections.Where(section => section.Value.Length > 0).Select(section => section.Key)];

    /// <summary>Refuses what would otherwise be passed over in silence.</summary>
    /// <param name="configuration">Everything that is set, wherever.</param>
    /// <param name="typed">What of it was typed: only there is an unknown section certainly meant for this program.</param>
    /// <exception cref="StartRefusedException">A setting does not exist; the message has its nearest neighbour.</exception>
    public static void Check(IConfiguration configuration, IReadOnlyList<string> typed)
    {
        foreach (var key in typed.Select(KeyOf).Where(key => key.Contains(':', StringComparison.Ordinal)))
        {
            var section = key[..key.IndexOf(':', StringComparison.Ordinal)];
            if (!AllSections.Contains(section, StringComparer.OrdinalIgnoreCase))
            {
                throw Unknown(section, "section of settings", AllSections);
            }
        }

        foreach (var (section, names) in Sections.Where(section => section.Value.Length > 0))
        {
            var unknown = configuration.GetSection(section).GetChildren()
                .FirstOrDefault(setting => !names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase));
            if (unknown is not null)
            {
                throw Unknown(unknown.Path, "setting", names.Select(name => $"{section}:{name}"));
            }
        }
    }

    private static string KeyOf(string typed) => typed.TrimStart('-').Split('=')[0];

    private static StartRefusedException Unknown(string name, string kind, IEnumerable<string> known) => new(
        EditDistance.Nearest(name, known) is { } nearest
            ? $"There is no {kind} {name}; did you mean {nearest}?"
            : $"There is no {kind} {name}; appsettings.example.json has them all.");
}
