using CareBot.Host.Desk;

namespace CareBot.Host.Tests.Desk;

public class AgentIntroductionTests
{
    [Theory]
    [InlineData("  Niccolò   D'Àngelo ", "Niccolò D'Àngelo", "niccolo-d-angelo-")]
    [InlineData("李雷", "李雷", "agent-")]
    public void Agent_is_known_by_a_readable_id_of_their_own(string given, string name, string start)
    {
        var agent = AgentIntroduction.Of(given);

        Assert.NotNull(agent);
        Assert.Equal(name, agent.Name);
        Assert.StartsWith(start, agent.Id.Value, StringComparison.Ordinal);
        Assert.NotEqual(agent.Id, AgentIntroduction.Of(given)?.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("---")]
    [InlineData("a\u0007b")]
    [InlineData("A name that goes on and on beyond what fits")]
    public void What_is_no_name_makes_no_agent(string? given) => Assert.Null(AgentIntroduction.Of(given));
}
