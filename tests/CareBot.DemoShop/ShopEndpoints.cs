using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CareBot.DemoShop;

/// <summary>The shop's interface.</summary>
internal static class ShopEndpoints
{
    /// <summary>The one-time code of the demonstration: a real shop would send another to the customer each time.</summary>
    private const string Code = "246810";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapShop(this WebApplication app)
    {
        app.MapGet("/orders/{id}", (string id, Shop shop) => Found(shop.Orders.GetValueOrDefault(id)));
        app.MapGet("/products/{sku}", (string sku, Shop shop) => Found(shop.Products.GetValueOrDefault(sku)));
        app.MapGet("/orders/{id}/items", (string id, string name, Shop shop) => Found(
            shop.Orders.GetValueOrDefault(id) is { } order ? shop.Find(order, name) : null));
        app.MapGet("/products", (string name, Shop shop) => Found(shop.Find(name)));
        app.MapGet("/customers", (string email, string? order, Shop shop) => Found(
            shop.Orders.Values.FirstOrDefault(each => each.Email.Equals(email, StringComparison.OrdinalIgnoreCase)
                && (string.IsNullOrEmpty(order) || each.Id.Equals(order, StringComparison.OrdinalIgnoreCase))) is { } known
                ? new CustomerView($"C{known.Id[^4..]}", known.Email, known.Customer)
                : null));
        app.MapPost("/codes/check", async (HttpRequest request) =>
            (await BodyAsync(request))["code"]?.ToString() == Code ? Results.Ok(new { ok = true }) : Results.Conflict());
        app.MapGet("/journal", (Ledger ledger) => Results.Json(ledger.Entries, Json));
        app.MapPost("/{system}/{verb}", DoAsync);
    }

    /// <summary>Whatever else is done is written down once and answered with a reference; an order that is named must be there.</summary>
    private static async Task<IResult> DoAsync(string system, string verb, HttpRequest request, Shop shop, Ledger ledger)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return Results.BadRequest(new { error = "Idempotency-Key is missing." });
        }

        var body = await BodyAsync(request);
        if (body["order"]?.ToString() is { } order && !shop.Orders.ContainsKey(order))
        {
            return Results.NotFound();
        }

        // What is sold out cannot be sent once more.
        if (verb == "reship" && shop.Orders.GetValueOrDefault(body["order"]?.ToString() ?? "")?.Items.Any(item => shop.Products.GetValueOrDefault(item.Sku)?.Stock == 0) == true)
        {
            return Results.Conflict();
        }

        var entry = ledger.Do(key, $"{system}.{verb}", body);
        return Results.Json(new { reference = entry.Reference, ok = true }, Json);
    }

    private static IResult Found(object? found) => found is null ? Results.NotFound() : Results.Json(found, Json);

    private static async Task<JsonObject> BodyAsync(HttpRequest request) =>
        await JsonNode.ParseAsync(request.Body) as JsonObject ?? [];

    private sealed record CustomerView(string Id, string Email, string Name);
}
