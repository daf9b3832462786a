using System.Globalization;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>A place in a conversation: the number of the last activity seen. Clients keep it as an opaque text.</summary>
internal static class Watermark
{
    public static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a watermark; an empty one is the beginning and one beyond the end is the end.</summary>
    /// <returns>Null when it is no number.</returns>
    public static long? Read(string text, long last)
    {
        if (!text.All(char.IsAsciiDigit))
        {
            return null;
        }

        return text.Length == 0
            ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? Math.Min(sequence, last) : last;
    }
}
