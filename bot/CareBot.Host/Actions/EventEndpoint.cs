using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Actions;

/// <summary>Takes word of what has happened in other systems: <c>POST /api/events</c>, signed as our own calls are.</summary>
/// <remarks>The body is <c>{"id": "…", "name": "goods.received", "about": "BL-123456", "with": {…}}</c>. The same <c>id</c> again is one
/// event. 202 says that it is on disk, whether a run waits for it or not.</remarks>
internal sealed class EventEndpoint(
    RunWaits waits, TurnRunner runner, IConfiguration configuration, TimeProvider clock, ILogger<EventEndpoint> logger)
{
    /// <summary>The setting of the secret.</summary>
    private const string Secret = "Connectors:EventSecret";

    /// <summary>The bytes of one event.</summary>
    private const int BodyMax = 64 * 1024;

    /// <summary>How old a signature may be.</summary>
    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(5);

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (configuration[Secret] is not { Length: > 0 } secret)
        {
            return Results.NotFound();
        }

        if (context.Request.ContentLength > BodyMax || await BodyAsync(context) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!IsSigned(context.Request, body, secret))
        {
            return Results.Unauthorized();
        }

        if (Read(body) is not { } happened)
        {
            return Results.Problem(
                "An event is {\"id\": text, \"name\": text, \"about\": text, \"with\": {…}}.", statusCode: StatusCodes.Status400BadRequest);
        }

        var runs = await TellAsync(happened, context.RequestAborted);
        Log.EventTaken(logger, happened.Name, happened.About, runs);
        return Results.Accepted(value: new EventTaken(runs));
    }

    /// <returns>How many runs wait for it.</returns>
    private async Task<int> TellAsync((string Id, string Name, string About, Value.Fields With) happened, CancellationToken cancellation)
    {
        // A run that went to another conversation while it was being told is found there at the next look.
        var told = new HashSet<(ConversationId, RunId)>();
        while (waits.ForEventOf(happened.Name, happened.About).Where(told.Add).ToList() is [_, ..] waiting)
        {
            foreach (var (conversation, run) in waiting)
            {
                await runner.TakeAsync(
                    new Incoming
                    {
                        Conversation = conversation,
                        Input = new Input.Happened(run, happened.Name, happened.With),
                        Once = $"event/{happened.Id}/{run}",
                    },
                    cancellation);
            }
        }

        return told.Select(each => each.Item2).Distinct().Count();
    }

    private static async Task<string?> BodyAsync(HttpContext context)
    {
        var buffer = new byte[BodyMax + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > BodyMax ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private bool IsSigned(HttpRequest request, string body, string secret)
    {
        var parts = request.Headers[ActionClient.SignatureHeader].ToString().Split(',')
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1]);
        return long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() <= AgeMax
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(parts["v1"].FirstOrDefault() ?? ""),
                Encoding.UTF8.GetBytes(ActionClient.Sign(secret, at, request.Method, $"{request.Path}{request.QueryString}", body)));
    }

    private static (string Id, string Name, string About, Value.Fields With)? Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject fields
                && Text(fields, "id") is { } id && Text(fields, "name") is { } name && Text(fields, "about") is { } about
                    ? (id, name, about, ValueJson.Read(fields["with"]) as Value.Fields ?? Value.Fields.Of())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length is > 0 and <= 200 ? text : null;

    private sealed record EventTaken(int Runs);
}
