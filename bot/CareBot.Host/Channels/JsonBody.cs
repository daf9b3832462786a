using System.Buffers;
using System.IO.Pipelines;
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
        where T : class => request.ContentLength > bytesMax
            ? new JsonBody<T>.TooLarge()
            : await ReadAsync(request.BodyReader, bytesMax, type, cancellation);

    /// <summary>The same of a part of a body.</summary>
    public static async Task<JsonBody<T>> ReadAsync<T>(
        PipeReader reader, int bytesMax, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            if (read.Buffer.Length > bytesMax)
            {
                reader.AdvanceTo(read.Buffer.End);
                return new JsonBody<T>.TooLarge();
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = Parse(read.Buffer, type);
            reader.AdvanceTo(read.Buffer.End);
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
