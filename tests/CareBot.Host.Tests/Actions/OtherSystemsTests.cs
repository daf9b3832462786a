using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareBot.Host.Tests.Desk;
using CareBot.Turns;

namespace CareBot.Host.Tests.Actions;

/// <summary>Procedures that ask other systems, and hear from them.</summary>
public class OtherSystemsTests
{
    private const string Secret = "a secret of the shop's";

    private const string EventSecret = "a secret for events";

    [Fact]
    public async Task Call_is_signed_and_its_answer_is_told_to_the_customer()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library);
        shop.Answers.Enqueue(FakeShop.Json("""{"at":{"place":"Mestre"}}"""));

        await app.SayAsync("c1", null, "trova il pacco PK-0001");
        await HeardAsync(app, "È a Mestre.");

        var asked = Assert.Single(shop.Asked);
        Assert.Equal(("GET", "/parcels/PK-0001", ""), (asked.Method, asked.Path, asked.Key));
        var at = asked.Signature.Split(',')[0][2..];
        Assert.Equal($"t={at},v1={Sign(Secret, $"{at}.GET./parcels/PK-0001.")}", asked.Signature);
    }

    [Fact]
    public async Task Named_error_leads_where_the_procedure_says()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library);
        shop.Answers.Enqueue(FakeShop.Status(404));

        await app.SayAsync("c1", null, "trova il pacco PK-0001");

        await HeardAsync(app, "Non trovo il codice «PK-0001»");
        await HeardAsync(app, "Qual è il codice?");
    }

    [Fact]
    public async Task System_that_fails_is_asked_again_and_one_that_hangs_holds_up_no_answer()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library);
        shop.Answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        shop.Answers.Enqueue(FakeShop.Status(503));
        shop.Answers.Enqueue(FakeShop.Json("""{"at":{"place":"Padova"}}"""));

        await app.SayAsync("c1", null, "trova il pacco PK-0001");
        await app.SayAsync("c1", null, "quali sono gli orari del negozio?");

        await HeardAsync(app, "Il negozio apre alle nove.");
        Assert.True(shop.Asked.Count < 3);
        await HeardAsync(app, "È a Padova.");
        Assert.Equal(3, shop.Asked.Count);
    }

    [Fact]
    public async Task Person_goes_on_where_the_system_cannot_be_reached()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library, ("Connectors:Secrets:shop", null));

        await app.SayAsync("c1", null, "trova il pacco PK-0001");

        await HeardAsync(app, "Passo la conversazione a un collega");
        Assert.Empty(shop.Asked);
    }

    [Fact]
    public async Task Event_moves_the_run_that_waits_for_it_once()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library);
        await app.SayAsync("c1", null, "trova il pacco PK-0001");
        await HeardAsync(app, "È a");

        var other = await TellAsync(app, EventSecret, "e1", "PK-0002");
        var first = await TellAsync(app, EventSecret, "e2", "PK-0001");
        await HeardAsync(app, "Rimborsato.");
        var again = await TellAsync(app, EventSecret, "e2", "PK-0001");

        Assert.Equal((HttpStatusCode.Accepted, """{"runs":0}"""), other);
        Assert.Equal((HttpStatusCode.Accepted, """{"runs":1}"""), first);
        Assert.Equal((HttpStatusCode.Accepted, """{"runs":0}"""), again);
        Assert.Equal("refund/PK-0001", Assert.Single(shop.Asked, asked => asked.Method == "POST").Key);
    }

    [Fact]
    public async Task Event_that_is_not_signed_with_the_secret_is_refused()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = App(library);
        await using var closed = App(library, ("Connectors:EventSecret", ""));

        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(app, "another secret", "e1", "PK-0001")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(app, EventSecret, "e1", "PK-0001", age: TimeSpan.FromMinutes(6))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TellAsync(closed, EventSecret, "e1", "PK-0001")).Status);
    }

    private static CareBotApp App(ParcelLibrary library, params (string, string?)[] more) => new(
    [
        ("Library:Path", library.Path), ("Connectors:Secrets:shop", Secret), ("Connectors:EventSecret", EventSecret), .. more,
    ]);

    private static Task<IReadOnlyList<Effect.Reply>> HeardAsync(CareBotApp app, string words) => app.Channel.SentAsync(
        new("c1"), reply => reply.Text.Contains(words, StringComparison.Ordinal));

    private static async Task<(HttpStatusCode Status, string Body)> TellAsync(
        CareBotApp app, string secret, string id, string about, TimeSpan age = default)
    {
        var body = $$"""{"id":"{{id}}","name":"parcel.arrived","about":"{{about}}"}""";
        var at = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-CareBot-Signature", $"t={at},v1={Sign(secret, $"{at}.POST./api/events.{body}")}");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Sign(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
