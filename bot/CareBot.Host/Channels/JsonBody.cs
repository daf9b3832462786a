using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CareBot.Host.Channels;

/// <summary>A request's body as it was found to be.</summary>
internal abstract record JsonBody<T>
{
    private JsonBody()
    {
    }

    public sealed record Read(T Value) : JsonBody<T>;

    public sealed record Absent : JsonBody<T>;

    public sealed record TooLarge : JsonBody<T>;

    /// <summary>No JSON, JSON that is nested too deep, or JSON of another shape.</summary>
    public sealed record Malformed : JsonBody<T>;
}

internal static class JsonBody
{
    /// <summary>Reads the body up to a size. The content type is not asked for: clients of this protocol are careless with it.</summary>
    public static async Task<JsonBody<T>> ReadAsync<T>(
        HttpRequest request, int bytesMax, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        if (request.ContentLength > bytesMax)
        {
            return new JsonBody<T>.TooLarge();
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > bytesMax)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return new JsonBody<T>.TooLarge();
            }

            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = Parse(read.Buffer, type);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return body;
        }
    }

    private static JsonBody<T> Parse<T>(ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (bytes.IsEmpty)
        {
            return new JsonBody<T>.Absent();
        }

        try
        {
            return HoldsWholeCharacters(bytes) && Deserialize(bytes, type) is { } value
                ? new JsonBody<T>.Read(value)
                : new JsonBody<T>.Malformed();
        }
        catch (JsonException)
        {
            return new JsonBody<T>.Malformed();
        }
    }

    private static T? Deserialize<T>(ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type)
    {
        var reader = new Utf8JsonReader(bytes);
        return JsonSerializer.Deserialize(ref reader, type);
    }

    /// <summary>Reads to the end, and says whether every string can be written out again: an escape may be half a character.</summary>
    /// <remarks>What is kept as sent is not unescaped before it is stored: there the sender's fault would become ours.</remarks>
    private static bool HoldsWholeCharacters(ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
