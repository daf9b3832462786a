using CareBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace CareBot.Host.Tests.Settings;

public class SettingNamesTests
{
    [Theory]
    [InlineData("--Care:Compny=Laguna", "There is no setting Care:Compny; did you mean Care:Company?")]
    [InlineData("--Cre:Company=Laguna", "There is no section of settings Cre; did you mean Care?")]
    [InlineData("--Library:Folder=x", "There is no setting Library:Folder; appsettings.example.json has them all.")]
    public void Setting_that_does_not_exist_is_refused_with_its_nearest_neighbour(string typed, string message)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Check(typed));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void Misspelt_setting_of_a_file_is_refused_as_well()
    {
        var file = new ConfigurationBuilder().AddInMemoryCollection([new("DirectLine:Secret:0", "of sixteen letters")]).Build();

        var refusal = Assert.Throws<StartRefusedException>(() => SettingNames.Check(file, []));

        Assert.Contains("DirectLine:Secrets", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--care:company=Laguna")]
    [InlineData("--DirectLine:Secrets:0=of sixteen letters")]
    [InlineData("--PublicBaseUrl=https://chat.example.com")]
    [InlineData("--Logging:LogLevel:Default=Debug")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://localhost:80")]
    [InlineData("--urls=http://localhost:80")]
    public void Settings_of_ours_and_of_the_server_are_taken(string typed) => Check(typed);

    private static void Check(string typed) => SettingNames.Check(new ConfigurationBuilder().AddCommandLine([typed]).Build(), [typed]);
}
