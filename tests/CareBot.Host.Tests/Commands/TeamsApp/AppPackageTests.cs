using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BigGustave;
using CareBot.Host.Commands.TeamsApp;
using CareBot.Host.Settings;
using NJsonSchema;

namespace CareBot.Host.Tests.Commands.TeamsApp;

/// <summary>What <c>carebot teams package</c> writes is what Teams takes.</summary>
public sealed class AppPackageTests : IDisposable
{
    private static readonly AppFacts Care = new()
    {
        AppId = Guid.Parse("11111111-2222-3333-4444-555555555555"),
        Company = "Bottega Laguna",
        Name = "Bottega Laguna",
        Website = new("https://chat.example.com/"),
        Privacy = new("https://www.example.com/privacy"),
        Terms = new("https://www.example.com/terms"),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("carebot-icons-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Manifest_keeps_to_the_rules_of_Teams(int nameLength)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Here(), "teams-app.schema.json"));

        var files = Unzipped(Care with { Name = new string('n', nameLength), Company = new string('c', nameLength + 2) });

        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], files.Keys);
        Assert.Empty(schema.Validate(Text(files, "manifest.json")));
        Assert.Empty(schema.Definitions["english"].Validate(Text(files, "en.json")));
        var manifest = Manifest(files);
        Assert.Contains($"/v{manifest.GetProperty("manifestVersion").GetString()}/", manifest.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Equal(["chat.example.com"], manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()));
    }

    [Fact]
    public void Every_text_that_English_replaces_is_in_the_manifest()
    {
        var files = Unzipped(Care);
        var manifest = Manifest(files);

        foreach (var replaced in JsonDocument.Parse(files["en.json"]).RootElement.EnumerateObject().Where(text => text.Name != "$schema"))
        {
            var place = replaced.Name.Replace("[0]", ".0", StringComparison.Ordinal).Split('.').Aggregate(
                manifest, (at, part) => part == "0" ? at[0] : at.GetProperty(part));
            Assert.NotEmpty(place.GetString()!);
        }
    }

    [Fact]
    public void App_asks_for_no_permission_it_hears_what_names_it() =>
        Assert.DoesNotContain("permissions", Text(Unzipped(Care), "manifest.json"), StringComparison.Ordinal);

    [Fact]
    public void Icons_have_the_sizes_of_Teams_and_the_outline_is_white_on_nothing()
    {
        var files = Unzipped(Care);
        var colour = Png.Open(files["color.png"]);
        var outline = Png.Open(files["outline.png"]);

        Assert.Equal((192, 192), (colour.Width, colour.Height));
        Assert.All(Pixels(colour), pixel => Assert.Equal(255, pixel.A));
        Assert.Equal(2, Pixels(colour).Select(pixel => pixel.R).Where(red => red is 0x0b or 0xff).Distinct().Count());
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.All(Pixels(outline), pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.Contains(Pixels(outline), pixel => pixel.A == 0);
        Assert.Contains(Pixels(outline), pixel => pixel.A == 255);
    }

    [Fact]
    public void Same_facts_make_the_same_bytes() =>
        Assert.Equal(AppPackage.Write(Care, AppIcons.Drawn()), AppPackage.Write(Care, AppIcons.Drawn()));

    [Fact]
    public void What_Teams_would_refuse_is_refused_with_its_mend()
    {
        var insecure = new Uri("http://chat.example.com/");

        Refused(Care with { Name = new string('n', 31) }, "as the app's name, and", "--name");
        Refused(Care with { Name = "" }, "1 to 30 characters", "--name");
        Refused(Care with { Company = new string('c', 33) }, "1 to 32 characters", "--Care:Company");
        Refused(Care with { Website = insecure }, "PublicBaseUrl", "https://");
        Refused(Care with { Website = new("https://localhost:5001/") }, "PublicBaseUrl", "reached by everyone");
        Refused(Care with { Privacy = insecure }, "--privacy", "https://");
        Refused(Care with { Terms = insecure }, "--terms", "https://");
        Assert.Equal(Care with { Name = new string('n', 30) }, (Care with { Name = new string('n', 30) }).Checked());
    }

    [Fact]
    public void Companys_own_icons_are_taken_as_they_are()
    {
        var drawn = AppIcons.Drawn();
        Save("color.png", drawn.Colour);
        Save("outline.png", drawn.Outline);

        var own = AppIcons.In(folder);

        Assert.Equal(drawn.Colour, own.Colour);
        Assert.Equal(drawn.Outline, own.Outline);
    }

    [Fact]
    public void Icon_that_Teams_would_refuse_is_named_with_its_mend()
    {
        RefusedIcons("color.png", "is not there");
        Save("color.png", "no picture"u8.ToArray());
        RefusedIcons("color.png", "cannot be read as a PNG picture");
        Save("color.png", AppIcons.Drawn().Outline);
        RefusedIcons("color.png", "is 32x32 pixels, and Teams wants 192x192");
        Save("color.png", AppIcons.Drawn().Colour);
        Save("outline.png", PngBuilder.Create(32, 32, hasAlphaChannel: false).Save());
        RefusedIcons("outline.png", "has no transparent pixel");
    }

    private void RefusedIcons(string file, string why)
    {
        var message = Assert.Throws<StartRefusedException>(() => AppIcons.In(folder)).Message;
        Assert.StartsWith($"{Path.Combine(folder, file)} {why}", message, StringComparison.Ordinal);
    }

    private static void Refused(AppFacts app, string what, string mend)
    {
        var message = Assert.Throws<StartRefusedException>(app.Checked).Message;
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(mend, message, StringComparison.Ordinal);
    }

    private void Save(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder, name), content);

    private static Dictionary<string, byte[]> Unzipped(AppFacts app)
    {
        using var archive = new ZipArchive(new MemoryStream(AppPackage.Write(app.Checked(), AppIcons.Drawn())));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static JsonElement Manifest(Dictionary<string, byte[]> files) => JsonDocument.Parse(files["manifest.json"]).RootElement;

    private static string Text(Dictionary<string, byte[]> files, string name) => System.Text.Encoding.UTF8.GetString(files[name]);

    private static IEnumerable<Pixel> Pixels(Png picture) => Enumerable.Range(0, picture.Width * picture.Height)
        .Select(pixel => picture.GetPixel(pixel % picture.Width, pixel / picture.Width));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
