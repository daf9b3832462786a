using System.Text.Json;
using CareBot.Host.Channels.Connector;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Tests.Channels;

public class ActivityTests
{
    [Fact]
    public void DL_10_Fields_that_are_not_ours_come_out_as_they_went_in()
    {
        const string sent = """{"type":"message","conversation":{"id":"c1","isGroup":true},"text":"ciao","entities":[{"type":"x"}],"localTimezone":"UTC"}""";

        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(sent, WireJson.Wire.Activity)!, WireJson.Wire.Activity);

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(sent).RootElement, JsonDocument.Parse(written).RootElement), written);
    }

    [Fact]
    public void BM_4_Conversation_is_kept_as_it_was_received()
    {
        const string kept = """{"channelId":"msteams","serviceUrl":"https://x/","conversation":{"id":"c1","isGroup":true},"user":{"id":"u","aad":"7"}}""";

        var written = ConversationReference.Read(kept).Write();

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(kept).RootElement, JsonDocument.Parse(written).RootElement), written);
    }
}
