using CareBot.Procedures;
using CareBot.Procedures.Slots;

namespace CareBot.Core.Tests.Procedures.Slots;

/// <summary>Readings as a test's table writes them: a value as programs write it, <c>-</c> for absent, <c>! why</c> for invalid.</summary>
internal static class Reading
{
    /// <summary>A Thursday.</summary>
    public static readonly DateOnly Today = new(2026, 11, 26);

    public static string Of(SlotType type, string text, Language language = Language.Italian, params SentFile[] files) =>
        type.Read(text, files, new(language, Today)) switch
        {
            SlotReading.Filled filled => filled.Value.ToString(),
            SlotReading.Invalid invalid => $"! {invalid.Fault}",
            _ => "-",
        };

    public static Value ValueOf(SlotType type, string text) =>
        Assert.IsType<SlotReading.Filled>(type.Read(text, [], new(Language.Italian, Today))).Value;

    public static CodePattern Pattern(string source)
    {
        Assert.True(CodePattern.TryParse(source, out var pattern, out var problem), problem);
        return pattern;
    }
}
