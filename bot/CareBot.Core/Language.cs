using System.Text.Json.Serialization;

namespace CareBot;

/// <summary>A language in which customers are served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    /// <summary>Italian, tag <c>it</c>.</summary>
    [JsonStringEnumMemberName("it")]
    Italian,

    /// <summary>English, tag <c>en</c>.</summary>
    [JsonStringEnumMemberName("en")]
    English,
}

/// <summary>Languages as the tags that files and channels use.</summary>
public static class LanguageTags
{
    /// <summary>The two-letter tag of BCP 47: <c>it</c> or <c>en</c>.</summary>
    public static string Tag(this Language language) => language == Language.Italian ? "it" : "en";

    /// <summary>Reads a tag such as <c>it</c>, <c>it-IT</c> or <c>en_GB</c>, whatever its case.</summary>
    /// <returns>The language, or null where the tag is absent or names a language that is not served.</returns>
    public static Language? FromTag(string? tag) => tag?.Split('-', '_')[0].ToUpperInvariant() switch
    {
        "IT" => Language.Italian,
        "EN" => Language.English,
        _ => null,
    };
}
