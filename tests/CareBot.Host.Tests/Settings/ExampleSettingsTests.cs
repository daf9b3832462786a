using System.Runtime.CompilerServices;
using System.Text.Json;
using CareBot.Host.Channels.Connector;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Widget;
using CareBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace CareBot.Host.Tests.Settings;

/// <summary>The example names every setting, and with its real default: a setting that is not in it does not exist for operators.</summary>
public class ExampleSettingsTests
{
    public static TheoryData<string, object> Sections => new()
    {
        { "Care", new CareOptions() },
        { "Chat", new ChatOptions() },
        { "DirectLine", new DirectLineOptions() },
        { "BotFramework", new BotFrameworkOptions() },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Example_has_every_setting_of_a_section_with_its_default(string section, object defaults)
    {
        var example = JsonSerializer.SerializeToElement(Example().GetProperty(section));

        Assert.True(
            JsonElement.DeepEquals(JsonSerializer.SerializeToElement(defaults, defaults.GetType()), example),
            $"{section} is {JsonSerializer.Serialize(defaults, defaults.GetType())}");
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Example_can_be_used_as_it_is(string section, object defaults)
    {
        var bound = Activator.CreateInstance(defaults.GetType())!;

        new ConfigurationBuilder().AddJsonFile(Path()).Build().GetSection(section)
            .Bind(bound, options => options.ErrorOnUnknownConfiguration = true);

        Assert.Equal(JsonSerializer.Serialize(defaults, defaults.GetType()), JsonSerializer.Serialize(bound, bound.GetType()));
    }

    private static JsonElement Example() => JsonDocument.Parse(
        File.ReadAllText(Path()), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    private static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../appsettings.example.json"));
}
