using System.Globalization;
using CareBot.Desk;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>A point in time as it is written: <c>2026-12-30 09:00</c>, or how much later than now: <c>2d!</c>.</summary>
internal sealed record Moment
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    private readonly DateTime? local;
    private readonly TimeAmount amount;

    private Moment(DateTime? local, TimeAmount amount) => (this.local, this.amount) = (local, amount);

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Moment Read(string written) => Local(written) is { } local ? new(local, default)
        : TimeAmount.TryParse(written.Trim(), out var amount) ? new(null, amount)
        : throw new FormatException($"`{written}` is no time; write 2026-12-30 09:00, or an amount: {TimeAmount.Forms}");

    /// <summary>A local time; null where none is written.</summary>
    public static DateTime? Local(string written) =>
        DateTime.TryParseExact(written.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>The instant, seen from another.</summary>
    public DateTimeOffset From(DateTimeOffset now, BusinessCalendar calendar) =>
        local is { } time ? WallTime.Written(time, calendar.Zone) : calendar.Due(now, amount, roll: false);
}
