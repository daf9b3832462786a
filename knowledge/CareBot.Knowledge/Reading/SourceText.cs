using System.Text;

namespace CareBot.Knowledge.Reading;

/// <summary>A file's text, and where in it an offset lies.</summary>
internal sealed class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<int> lineStarts = [0];

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            lineStarts.Add(at + 1);
        }
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Decodes a file. A byte order mark is left out.</summary>
    /// <returns>The text, or the problem with the first byte that is not UTF-8.</returns>
    public static (SourceText? Text, Problem? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return (new(path, Strict.GetString(bytes)), null);
        }
        catch (DecoderFallbackException)
        {
            var good = new SourceText(path, Encoding.UTF8.GetString(bytes[..ValidLength(bytes)]));
            return (null, Problems.NotUtf8(good.At(good.Text.Length)));
        }
    }

    public Spot At(int offset)
    {
        var found = lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(Path, line + 1, offset - lineStarts[line] + 1);
    }

    public Spot Line(int line) => new(Path, line, 1);

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }
}
