namespace CareBot.DemoShop;

/// <summary>An order, as the shop's interface gives it.</summary>
internal sealed record Order
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string Customer { get; init; }

    /// <summary>Whether a consumer bought it, and not a company.</summary>
    public bool Consumer { get; init; } = true;

    /// <summary>Where it was bought: <c>web</c> or <c>store</c>.</summary>
    public string Channel { get; init; } = "web";

    /// <summary><c>paid</c>, <c>picking</c>, <c>shipped</c>, <c>delivered</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required DateOnly PromisedOn { get; init; }

    public DateOnly? ShippedOn { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public required decimal Total { get; init; }

    /// <summary>What of the total was for delivery.</summary>
    public decimal Delivery { get; init; } = 4.90m;

    /// <summary>Whether the right of withdrawal was explained before the order.</summary>
    public bool Informed { get; init; } = true;

    /// <summary>What kind of thing it is: <c>none</c>, <c>custom</c>, <c>perishable</c>, <c>hygiene</c> (sealed for hygiene or health),
    /// <c>media</c> (sealed recordings or software), <c>digital</c> (content that comes without a medium).</summary>
    public string Flag { get; init; } = "none";

    /// <summary>Whether digital content has begun with the customer's express consent, who knew that the right of withdrawal ends by it and had
    /// that confirmed.</summary>
    public bool Begun { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    public string Tracking { get; init; } = "";

    public int Parcels { get; init; } = 1;

    public int ParcelsDelivered { get; init; }

    public string Address { get; init; } = "Via Roma 12, 35122 Padova (PD)";

    public string Postcode { get; init; } = "35122";

    public required Payment Payment { get; init; }
}

/// <summary>A thing that was ordered.</summary>
internal sealed record Item(string Sku, string Name, int Quantity, decimal Price);

/// <summary>How an order was paid.</summary>
/// <param name="Method"><c>card</c>, <c>transfer</c>, <c>cash</c> or <c>gift_card</c>.</param>
/// <param name="State"><c>paid</c>, <c>refunded</c>, <c>refund_pending</c>, <c>refund_failed</c>, <c>chargeback</c>, <c>expired</c>.</param>
/// <param name="Charges">How many times it was charged.</param>
/// <param name="RefundedOn">When the money went back.</param>
/// <param name="RefundDueOn">By when it must.</param>
/// <param name="Refunded">How much goes back.</param>
internal sealed record Payment(
    string Method, string State, int Charges = 1, DateOnly? RefundedOn = null, DateOnly? RefundDueOn = null, decimal Refunded = 0);

/// <summary>A thing that can be ordered.</summary>
internal sealed record Product(
    string Sku, string Name, decimal Price, int Stock, int DeliveryDays, bool Supported, DateOnly? RestockOn, bool Bulky = false, bool Custom = false);

/// <summary>A thing that was ordered, and how many of it there are still.</summary>
internal sealed record ItemView(string Sku, string Name, int Quantity, decimal Price, int Stock);
