using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>An activity that a client has posted, made fit for the log or refused.</summary>
internal abstract record PostedActivity
{
    private PostedActivity()
    {
    }

    /// <param name="Activity">With what only the server may say set right.</param>
    /// <param name="Key">What makes it the same when it comes again; null when the client gave it no name.</param>
    public sealed record Accepted(Activity Activity, string? Key) : PostedActivity
    {
        /// <summary>The files that came with it; null when none did.</summary>
        public IReadOnlyList<SentFile>? Files { get; init; }

        /// <summary>What the customer says: the text, the text that a card submitted, or a form that was filled in.</summary>
        public Input.CustomerSaid Said => string.IsNullOrEmpty(Activity.Text) && FormCard.Read(Activity.Value) is { } filled
            ? filled with { Files = Files }
            : new(Activity.Text ?? (Activity.Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null) ?? "", Files);
    }

    /// <summary>Always a 400: official clients take a 403 here for an expired token and stop.</summary>
    public sealed record Refused(WireError Why) : PostedActivity;

    /// <summary>What only channels send to bots, never customers to channels.</summary>
    private static readonly string[] ForbiddenTypes =
        ["conversationUpdate", "contactRelationUpdate", "installationUpdate", "invoke", "trace"];

    /// <summary>The longest id that a client gives anything. A longer one of an activity is no mark to know it by.</summary>
    private const int IdLengthMax = 256;

    public static PostedActivity Of(Activity sent, Caller caller, Binding binding)
    {
        if (string.IsNullOrEmpty(sent.Type))
        {
            return new Refused(WireError.MissingProperty("type is missing."));
        }

        if (ForbiddenTypes.Contains(sent.Type, StringComparer.OrdinalIgnoreCase))
        {
            return new Refused(WireError.BadArgument("Activities of this type come from the channel alone."));
        }

        var speaker = Speaker(sent.From, caller, binding);
        if (string.IsNullOrEmpty(speaker.Id))
        {
            return new Refused(WireError.MissingProperty("from.id is missing, and no user is bound to the token."));
        }

        if (speaker.Id.Length > IdLengthMax)
        {
            return new Refused(WireError.BadArgument($"from.id holds at most {IdLengthMax} characters."));
        }

        if (speaker.Id != binding.User && IsTaken(speaker.Id))
        {
            return new Refused(WireError.BadArgument("This from.id must be bound by a token."));
        }

        return new Accepted(Cleaned(sent) with { From = speaker }, KeyOf(speaker.Id, sent.ChannelData));
    }

    /// <summary>A token's user speaks for themselves alone; a back end may speak for anybody.</summary>
    private static ChannelAccount Speaker(ChannelAccount? sent, Caller caller, Binding binding)
    {
        var named = sent ?? new();
        return binding.User is { } user && (caller is Caller.Client || string.IsNullOrEmpty(named.Id))
            ? named with { Id = user, Name = binding.Name ?? named.Name, Role = "user" }
            : named with { Role = "user" };
    }

    private static bool IsTaken(string user) =>
        BotAccounts.IsReserved(user) || user.StartsWith(TokenEndpoints.UserPrefix, StringComparison.OrdinalIgnoreCase);

    private static Activity Cleaned(Activity sent) => sent with
    {
        Id = null,
        Timestamp = null,
        ChannelId = null,
        ServiceUrl = null,
        CallerId = null,
        Recipient = null,
        Conversation = null,
        MembersAdded = null,
    };

    /// <summary>Begins with a word of its own: a customer who calls themselves "out" must not take the keys of our replies.</summary>
    private static string? KeyOf(string user, JsonElement? channelData) =>
        channelData?.TextOf("clientActivityID") is { Length: <= IdLengthMax } name
            ? $"in:{user}:{name}"
            : null;
}
