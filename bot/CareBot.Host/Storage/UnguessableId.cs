using System.Security.Cryptography;

namespace CareBot.Host.Storage;

/// <summary>Ids that nobody guesses: who knows one was told.</summary>
internal static class UnguessableId
{
    /// <summary>Of 62 letters, so many are 130 bits.</summary>
    private const int Length = 22;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Whether a text may be one.</summary>
    public static bool Is(string text) => text.Length == Length && text.All(char.IsAsciiLetterOrDigit);
}
