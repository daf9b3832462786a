using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Host.Storage.Single;

/// <summary>The records of Core as the JSON that is stored: ids as bare strings, absent values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(ConversationIdConverter), typeof(ContactIdConverter), typeof(ArticleIdConverter), typeof(AgentIdConverter),
        typeof(QueueNameConverter), typeof(RunIdConverter), typeof(ProcedureIdConverter),
    ])]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(CareEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(ActionCall))]
internal sealed partial class RecordJson : JsonSerializerContext;

internal abstract class IdConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException("An id is null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));
}

internal sealed class ConversationIdConverter() : IdConverter<ConversationId>(text => new(text), id => id.Value);

internal sealed class ContactIdConverter() : IdConverter<ContactId>(text => new(text), id => id.Value);

internal sealed class ArticleIdConverter() : IdConverter<ArticleId>(text => new(text), id => id.Value);

internal sealed class AgentIdConverter() : IdConverter<AgentId>(text => new(text), id => id.Value);

internal sealed class QueueNameConverter() : IdConverter<QueueName>(text => new(text), name => name.Value);

internal sealed class RunIdConverter() : IdConverter<RunId>(text => new(text), id => id.Value);

internal sealed class ProcedureIdConverter() : IdConverter<ProcedureId>(text => new(text), id => id.Value);
