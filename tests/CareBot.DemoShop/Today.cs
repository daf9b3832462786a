using System.Globalization;

namespace CareBot.DemoShop;

/// <summary>The day that the shop counts from: <c>--Today=2026-11-26</c>, or the day it is.</summary>
internal static class Today
{
    public static DateOnly Of(IConfiguration configuration, TimeProvider clock) =>
        DateOnly.TryParseExact(configuration["Today"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
