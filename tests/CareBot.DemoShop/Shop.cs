namespace CareBot.DemoShop;

/// <summary>What is in the shop: an order for every way that a matter can go.</summary>
internal sealed class Shop
{
    /// <summary>The letters by which words are told apart.</summary>
    private const int StemLength = 4;

    private static readonly Item Lamp = new("LAMP-210", "Lampada da tavolo Burano", 1, 85.00m);

    private static readonly Item Towels = new("TOWEL-44", "Set asciugamani Lido", 2, 27.50m);

    private static readonly Item Curtains = new("CURT-M", "Tende su misura Giudecca", 1, 240.00m);

    private static readonly Item Chair = new("CHAIR-7", "Poltrona Torcello", 1, 320.00m);

    private static readonly Item Kettle = new("KETTLE-3", "Bollitore elettrico Murano", 1, 59.90m);

    private static readonly Item Mug = new("MUG-9", "Tazza Pellestrina", 1, 14.00m);

    private static readonly Item Pillow = new("PILLOW-2", "Cuscino Sant'Erasmo", 1, 39.00m);

    private static readonly Item Film = new("DVD-1", "Corso di merletto in DVD", 1, 24.00m);

    private static readonly Item Course = new("COURSE-1", "Corso di merletto online", 1, 29.00m);

    public Shop(DateOnly today)
    {
        Orders = All(today).ToDictionary(order => order.Id, StringComparer.OrdinalIgnoreCase);
        Products = new List<Product>
        {
            new("LAMP-210", Lamp.Name, Lamp.Price, 14, 3, true, null),
            new("TOWEL-44", Towels.Name, Towels.Price, 120, 2, true, null),
            new("CHAIR-7", Chair.Name, Chair.Price, 0, 10, true, today.AddDays(12), Bulky: true),
            new("MUG-9", Mug.Name, Mug.Price, 40, 3, true, null),
            new("KETTLE-3", Kettle.Name, Kettle.Price, 6, 3, true, null),
            new("CURT-M", Curtains.Name, Curtains.Price, 1, 10, true, null, Custom: true),
            new("KETTLE-1", "Bollitore elettrico Mazzorbo", 49.90m, 0, 3, false, null),
        }.ToDictionary(product => product.Sku, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<string, Order> Orders { get; }

    public IReadOnlyDictionary<string, Product> Products { get; }

    /// <summary>The product that words speak of; null where none or several are.</summary>
    public Product? Find(string words) => Products.GetValueOrDefault(words) ?? Meant(words, Products.Values, product => $"{product.Sku} {product.Name}");

    /// <summary>The thing of an order that words speak of; of one thing alone whatever is said.</summary>
    public ItemView? Find(Order order, string words)
    {
        var item = order.Items is [var only] ? only : Meant(words, order.Items, item => $"{item.Sku} {item.Name}");
        return item is null ? null : new(item.Sku, item.Name, item.Quantity, item.Price, Products.GetValueOrDefault(item.Sku)?.Stock ?? 0);
    }

    /// <summary>The one whose number and name share the most words, by their first letters: "asciugamano" is "asciugamani", and "towels" are
    /// in the number.</summary>
    private static T? Meant<T>(string words, IEnumerable<T> all, Func<T, string> name)
        where T : class
    {
        var said = Stems(words);
        var best = all.Select(one => (One: one, Shared: Stems(name(one)).Intersect(said).Count())).Where(each => each.Shared > 0).ToList();
        var most = best.Count == 0 ? 0 : best.Max(each => each.Shared);
        return best.Where(each => each.Shared == most).ToList() is [var only] ? only.One : null;
    }

    private static HashSet<string> Stems(string words) =>
        [.. words.ToLowerInvariant().Split([' ', ',', '.', ';', '\'', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= StemLength).Select(word => word[..StemLength])];

    private static IEnumerable<Order> All(DateOnly today)
    {
        yield return Delivered("BL-100001", today, 5, Lamp);
        yield return Delivered("BL-100002", today, 40, Lamp);
        yield return Delivered("BL-100003", today, 4, Curtains) with { Flag = "custom" };
        yield return Open("BL-100004", today, "picking", Lamp, Towels);
        yield return Open("BL-100005", today, "shipped", Towels) with { ShippedOn = today.AddDays(-2), PromisedOn = today.AddDays(1) };
        yield return Open("BL-100006", today, "shipped", Lamp) with
        {
            OrderedOn = today.AddDays(-20),
            ShippedOn = today.AddDays(-12),
            PromisedOn = today.AddDays(-6),
        };
        yield return Delivered("BL-100007", today, 2, Kettle);
        yield return Delivered("BL-100008", today, 400, Kettle);
        yield return Delivered("BL-100009", today, 800, Kettle);
        yield return Delivered("BL-100010", today, 6, Chair);
        yield return Delivered("BL-100011", today, 6, Lamp) with { Consumer = false, Customer = "Studio Rialto S.r.l." };
        yield return Delivered("BL-100012", today, 6, Lamp) with { Channel = "store" };
        yield return Delivered("BL-100013", today, 3, Lamp) with { Payment = new("card", "paid", Charges: 2) };
        yield return Delivered("BL-100014", today, 20, Lamp) with
        {
            Payment = new("card", "refunded", RefundedOn: today.AddDays(-3), RefundDueOn: today.AddDays(2), Refunded: 89.90m),
        };
        yield return Delivered("BL-100015", today, 30, Lamp) with
        {
            Payment = new("card", "refund_pending", RefundDueOn: today.AddDays(-4), Refunded: 89.90m),
        };
        yield return Open("BL-100016", today, "shipped", Lamp, Towels) with
        {
            ShippedOn = today.AddDays(-3),
            PromisedOn = today.AddDays(1),
            Parcels = 2,
            ParcelsDelivered = 1,
        };
        yield return Delivered("BL-100017", today, 100, Lamp) with { Informed = false };
        yield return Delivered("BL-100018", today, 25, Lamp) with
        {
            Payment = new("card", "refund_failed", RefundDueOn: today.AddDays(1), Refunded: 89.90m),
        };
        yield return Open("BL-100019", today, "paid", Chair) with { PromisedOn = today.AddDays(12) };
        yield return Open("BL-100101", today, "paid", Lamp) with
        {
            OrderedOn = today.AddDays(-9),
            Payment = new("transfer", "expired", Charges: 0),
        };
        yield return Open("BL-100102", today, "paid", Lamp) with { Payment = new("transfer", "paid") };
        yield return Open("BL-100103", today, "shipped", Lamp) with
        {
            OrderedOn = today.AddDays(-6),
            ShippedOn = today.AddDays(-4),
            PromisedOn = today.AddDays(-1),
        };
        yield return Open("BL-100104", today, "picking", Chair) with { OrderedOn = today.AddDays(-25), PromisedOn = today.AddDays(-5) };
        yield return Open("BL-100105", today, "cancelled", Lamp);
        yield return Delivered("BL-100106", today, 16, Lamp) with
        {
            Payment = new("card", "refund_pending", RefundDueOn: today.AddDays(6), Refunded: 89.90m),
        };
        yield return Delivered("BL-100107", today, 20, Lamp) with { Payment = new("card", "chargeback") };
        yield return Delivered("BL-100108", today, 20, Lamp) with
        {
            Payment = new("gift_card", "refunded", RefundedOn: today.AddDays(-1), RefundDueOn: today.AddDays(3), Refunded: 89.90m),
        };
        yield return Delivered("BL-100109", today, 20, Lamp, Towels) with
        {
            Payment = new("card", "refunded", RefundedOn: today.AddDays(-2), RefundDueOn: today.AddDays(3), Refunded: 85.00m),
        };
        yield return Delivered("BL-100110", today, 2, Lamp, Towels);
        yield return Delivered("BL-100111", today, 2, Mug);
        yield return Delivered("BL-100112", today, 3, Pillow) with { Flag = "hygiene" };
        yield return Delivered("BL-100113", today, 3, Film) with { Flag = "media" };
        yield return Delivered("BL-100114", today, 3, Course) with { Flag = "digital", Begun = true, Delivery = 0, Total = Course.Price };
        yield return Delivered("BL-100115", today, 3, Course) with { Flag = "digital", Delivery = 0, Total = Course.Price };
        yield return Delivered("BL-100116", today, 500, Lamp) with { Informed = false };
    }

    private static Order Delivered(string id, DateOnly today, int daysAgo, params IReadOnlyList<Item> items) => Base(id, items) with
    {
        State = "delivered",
        OrderedOn = today.AddDays(-daysAgo - 4),
        PromisedOn = today.AddDays(-daysAgo),
        ShippedOn = today.AddDays(-daysAgo - 2),
        DeliveredOn = today.AddDays(-daysAgo),
        ParcelsDelivered = 1,
    };

    private static Order Open(string id, DateOnly today, string state, params IReadOnlyList<Item> items) => Base(id, items) with
    {
        State = state,
        OrderedOn = today.AddDays(-3),
        PromisedOn = today.AddDays(3),
    };

    private static Order Base(string id, IReadOnlyList<Item> items) => new()
    {
        Id = id,
        Email = "chiara.zanin@example.com",
        Customer = "Chiara Zanin",
        State = "paid",
        OrderedOn = default,
        PromisedOn = default,
        Items = items,
        Total = items.Sum(item => item.Quantity * item.Price) + 4.90m,
        Tracking = $"TRK{id[3..]}IT",
        Payment = new("card", "paid"),
    };
}
