using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace CareBot.Host.Tests.Architecture;

/// <summary>The arrows of bot/docs/architecture.md. A diagram rots; a red build does not.</summary>
public class ArrowTests
{
    private static readonly Assembly Core = typeof(Conversation).Assembly;
    private static readonly Assembly Knowledge = typeof(CareBot.Knowledge.Search.LiveIndex).Assembly;
    private static readonly Assembly Host = typeof(Program).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture CareBot =
        new ArchLoader().LoadAssemblies(Core, Knowledge, Host).Build();

    [Theory]
    [InlineData("Settings", "Storage|Turns|Channels|Desk|Library|Metrics|Pages|Commands")]
    [InlineData("Storage", "Turns|Channels|Desk|Library|Metrics|Pages|Commands")]
    [InlineData("Turns", "Channels|Desk|Library|Metrics|Pages|Commands")]
    [InlineData("Channels", "Library|Metrics|Pages|Commands")]
    [InlineData("Desk", "Channels|Library|Metrics|Pages|Commands")]
    [InlineData("Actions", "Channels|Desk|Library|Metrics|Pages|Commands")]
    [InlineData("Library", "Turns|Channels|Desk|Pages|Commands")]
    [InlineData("Metrics", "Turns|Channels|Desk|Library|Pages|Commands")]
    [InlineData("Pages", "Storage|Turns|Channels|Library|Metrics|Commands")]
    [InlineData("Commands", "Turns|Channels|Desk|Pages")]
    public void Feature_of_the_host_keeps_to_its_arrows(string feature, string forbidden) =>
        Types().That().ResideInNamespaceMatching($@"^CareBot\.Host\.{feature}(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^CareBot\.Host\.({forbidden})(\.|$)"))
            .Because("an arrow of bot/docs/architecture.md would be turned round")
            .Check(CareBot);

    [Theory]
    [InlineData("Answers", "Turns|Metrics|Desk")]
    [InlineData("Desk", "Turns|Answers|Metrics")]
    [InlineData("Procedures", "Turns|Answers|Metrics")]
    [InlineData("Turns", "Metrics")]
    [InlineData("Privacy", "Turns|Answers|Desk|Metrics")]
    public void Part_of_the_core_keeps_to_its_arrows(string part, string forbidden) =>
        Types().That().ResideInNamespaceMatching($@"^CareBot\.{part}(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^CareBot\.({forbidden})(\.|$)"))
            .Because("an arrow of bot/docs/architecture.md would be turned round")
            .Check(CareBot);

    [Fact]
    public void Core_references_nothing_but_the_base_library() => Assert.All(
        Core.GetReferencedAssemblies(),
        name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    [Fact]
    public void Knowledge_knows_core_and_nothing_of_chat_or_the_web() => Assert.DoesNotContain(
        Knowledge.GetReferencedAssemblies(),
        name => name.Name == "carebot" || name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Only_the_turn_runner_decides_turns()
    {
        var decide = MethodMembers().That().HaveFullNameContaining("CareBot.Turns.Turn::Decide");

        Types().That().DoNotHaveFullName("CareBot.Host.Turns.TurnRunner").And().ResideInNamespaceMatching(@"^CareBot\.Host(\.|$)")
            .And().DoNotHaveNameContaining("<")
            .Should().NotCallAny(decide)
            .Because("every input takes the same path")
            .Check(CareBot);
    }

    [Fact]
    public void Host_shows_only_options_pages_and_wire_types() => Assert.All(
        Host.GetExportedTypes().Where(type => type.Namespace?.StartsWith("CareBot.Host", StringComparison.Ordinal) == true),
        type => Assert.Matches(@"Options$|\.Pages\.|\.Protocol\.", type.FullName));

    [Theory]
    [InlineData(@"(Manager|Helper|Utils?|Common|Base|Service)$")]
    public void No_type_is_named_for_its_kind(string kind) => Assert.DoesNotContain(
        new[] { Core, Knowledge, Host }.SelectMany(assembly => assembly.GetTypes()),
        type => type.Namespace?.StartsWith("CareBot", StringComparison.Ordinal) == true
            && type != typeof(Service)
            && System.Text.RegularExpressions.Regex.IsMatch(type.Name, kind));
}
