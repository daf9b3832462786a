using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CareBot.Host.Channels.Protocol;

/// <summary>The wire records as JSON.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(StartParameters))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(ResourceReply))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConnectorReply))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(SessionReply))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(SpeakerData))]
[JsonSerializable(typeof(HandoffContext))]
[JsonSerializable(typeof(HandoffStatus))]
[JsonSerializable(typeof(string))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Absent values are left out, names are read in any case, and text outside ASCII stands as it is: no page reads it as HTML.</summary>
    public static WireJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
