using CareBot.Host.Commands;

namespace CareBot.Host.Tests.Commands;

public class TypedSettingsTests
{
    [Fact]
    public void Settings_may_stand_anywhere_and_with_a_blank_for_the_equals_sign()
    {
        var typed = TypedSettings.Of(
            ["--Care:Company", "Laguna", "ask", "--DirectLine:Secrets:0=a=b", "dov'è?", "--lang", "it", "--urls", "http://localhost:80", "--json"]);

        Assert.Equal(["--Care:Company=Laguna", "--DirectLine:Secrets:0=a=b", "--urls=http://localhost:80"], typed.Settings);
        Assert.Equal(["ask", "dov'è?", "--lang", "it", "--json"], typed.Rest);
    }

    [Fact]
    public void Options_of_the_command_line_and_what_a_customer_might_ask_are_no_settings()
    {
        string[] words = ["ask", "--data", "x", "--prot=80", "-- perché: così --", "--", "--Care:Company=Laguna"];

        var typed = TypedSettings.Of(words);

        Assert.Empty(typed.Settings);
        Assert.Equal(words, typed.Rest);
    }
}
