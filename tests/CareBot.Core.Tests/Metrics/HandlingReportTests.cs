using CareBot.Desk;
using CareBot.Metrics;
using CareBot.Turns;

namespace CareBot.Core.Tests.Metrics;

public class HandlingReportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_measured_is_null_and_never_zero()
    {
        var report = HandlingReport.Of([], null, null);

        Assert.Equal(0, report.Contacts);
        Assert.Null(report.BotResolution);
        Assert.Null(report.Helpful);
        Assert.Equal(0, report.Handoffs);
        Assert.Equal(new Spread(null, null), report.WaitSeconds);
        Assert.Equal(new Spread(null, null), report.HandleSeconds);
        Assert.Equal(new RatingMean(null, 0), report.Rating);
        Assert.Empty(report.ByTopic);
        Assert.Empty(report.ByChannel);
    }

    [Fact]
    public void Bot_resolution_is_confirmed_and_assumed_of_all_that_ended()
    {
        // 1000 = 350 confirmed + 260 assumed + 200 handed off + 90 dropped + 100 out of scope: 61.0 %.
        ContactRecord[] contacts =
        [
            .. Enumerable.Repeat(Contact() with { Outcome = Outcome.ResolvedConfirmed }, 350),
            .. Enumerable.Repeat(Contact() with { Outcome = Outcome.ResolvedAssumed }, 260),
            .. Enumerable.Repeat(Contact() with { Outcome = Outcome.Handoff, QueuedAt = Noon }, 200),
            .. Enumerable.Repeat(Contact() with { Outcome = Outcome.Dropped }, 90),
            .. Enumerable.Repeat(Contact() with { Outcome = Outcome.OutOfScopeClosed }, 100),
            Contact(),
            Contact() with { QueuedAt = Noon },
        ];

        var report = HandlingReport.Of(contacts, null, null);

        Assert.Equal(1002, report.Contacts);
        Assert.Equal(new Ratio(610, 1000), report.BotResolution);
        Assert.Equal(0.61, report.BotResolution!.Value.Value, 12);
        Assert.Equal(201, report.Handoffs);
    }

    [Fact]
    public void Bot_resolution_is_unknown_while_every_contact_is_open() =>
        Assert.Null(HandlingReport.Of([Contact(), Contact()], null, null).BotResolution);

    [Fact]
    public void Bot_resolution_is_zero_when_contacts_ended_and_the_bot_resolved_none() =>
        Assert.Equal(new Ratio(0, 1), HandlingReport.Of([Contact() with { Outcome = Outcome.Dropped }], null, null).BotResolution);

    [Fact]
    public void Helpfulness_leaves_out_those_who_said_nothing()
    {
        ContactRecord[] contacts =
        [
            Contact() with { Helpful = true }, Contact() with { Helpful = true }, Contact() with { Helpful = false }, Contact(),
        ];

        Assert.Equal(new Ratio(2, 3), HandlingReport.Of(contacts, null, null).Helpful);
    }

    [Fact]
    public void Wait_is_of_the_claimed_and_handling_is_of_those_a_person_closed()
    {
        ContactRecord[] contacts =
        [
            Contact() with { QueuedAt = Noon, ClaimedAt = Noon.AddSeconds(30), ClosedAt = Noon.AddSeconds(330), Outcome = Outcome.Handoff },
            Contact() with { QueuedAt = Noon, ClaimedAt = Noon.AddSeconds(90) },
            Contact() with { QueuedAt = Noon },
            Contact() with { ClosedAt = Noon.AddHours(1), Outcome = Outcome.Dropped },
        ];

        var report = HandlingReport.Of(contacts, null, null);

        Assert.Equal(new Spread(60, 84), report.WaitSeconds);
        Assert.Equal(new Spread(300, 300), report.HandleSeconds);
        Assert.Equal(3, report.Handoffs);
    }

    [Fact]
    public void Times_have_a_mean_and_percentiles_interpolated_between_neighbours()
    {
        int[] seconds = [3600, 45, 60, 75, 90, 120, 150, 240, 600, 30];
        var sorted = seconds.Order().Select(second => second * TimeSpan.TicksPerSecond).ToList();

        var spread = Spread.Of(seconds.Select(second => TimeSpan.FromSeconds(second)));

        Assert.Equal(501, spread.Mean!.Value, 9);
        Assert.Equal(900, spread.P90!.Value, 9);
        Assert.Equal(105, Spread.Percentile(sorted, 0.5) / TimeSpan.TicksPerSecond, 9);
        Assert.Equal(30, Spread.Percentile(sorted, 0) / TimeSpan.TicksPerSecond, 9);
        Assert.Equal(3600, Spread.Percentile(sorted, 1) / TimeSpan.TicksPerSecond, 9);
    }

    [Fact]
    public void Rating_is_a_mean_with_its_count()
    {
        ContactRecord[] contacts = [Contact() with { Rating = 5 }, Contact() with { Rating = 4 }, Contact() with { Rating = 1 }, Contact()];

        var rating = HandlingReport.Of(contacts, null, null).Rating;

        Assert.Equal(3, rating.N);
        Assert.Equal(10 / 3.0, rating.Mean!.Value, 12);
    }

    [Fact]
    public void Period_includes_its_start_and_not_its_end()
    {
        ContactRecord[] contacts =
        [
            Contact() with { StartedAt = Noon.AddMilliseconds(-1) }, Contact() with { StartedAt = Noon },
            Contact() with { StartedAt = Noon.AddHours(1).AddMilliseconds(-1) }, Contact() with { StartedAt = Noon.AddHours(1) },
        ];

        Assert.Equal(2, HandlingReport.Of(contacts, Noon, Noon.AddHours(1)).Contacts);
        Assert.Equal(3, HandlingReport.Of(contacts, Noon, null).Contacts);
        Assert.Equal(3, HandlingReport.Of(contacts, null, Noon.AddHours(1)).Contacts);
        Assert.Equal(2, HandlingReport.Of(contacts, Noon.ToOffset(TimeSpan.FromHours(2)), Noon.AddHours(1)).Contacts);
    }

    [Fact]
    public void Topics_and_channels_are_listed_from_the_most_contacts_down_then_by_name()
    {
        ContactRecord[] contacts =
        [
            Contact() with { Topic = "returns", Outcome = Outcome.ResolvedAssumed, Helpful = true },
            Contact() with { Topic = "returns", Outcome = Outcome.Handoff, QueuedAt = Noon },
            Contact() with { Topic = "delivery", Channel = "msteams" },
            Contact() with { Topic = "Delivery" },
            Contact(),
        ];

        var report = HandlingReport.Of(contacts, null, null);

        Assert.Equal(
            [
                new("returns", 2, new Ratio(1, 2), new Ratio(1, 1), 1),
                new(null, 1, null, null, 0),
                new("Delivery", 1, null, null, 0),
                new HandlingSlice("delivery", 1, null, null, 0),
            ],
            report.ByTopic);
        Assert.Equal(["directline", "msteams"], report.ByChannel.Select(slice => slice.Key));
        Assert.Equal(report.Contacts, report.ByTopic.Sum(slice => slice.Contacts));
    }

    [Fact]
    public void Order_of_contacts_changes_no_digit()
    {
        var random = new Random(1);
        var contacts = Enumerable.Range(0, 1000).Select(i => Contact() with
        {
            Topic = $"topic-{i % 7}",
            QueuedAt = Noon,
            ClaimedAt = Noon.AddMilliseconds(random.Next(1_000_000)),
            HandoffReason = HandoffReason.Asked,
            Rating = 1 + (i % 5),
        }).ToArray();
        var before = HandlingReport.Of(contacts, null, null);

        random.Shuffle(contacts);
        var after = HandlingReport.Of(contacts, null, null);

        Assert.Equal(before.WaitSeconds, after.WaitSeconds);
        Assert.Equal(before.Rating, after.Rating);
        Assert.Equal(before.ByTopic, after.ByTopic);
    }

    private static ContactRecord Contact() => new()
    {
        Id = new("thread#1"),
        Conversation = new("thread"),
        Channel = "directline",
        Language = Language.Italian,
        StartedAt = Noon,
    };
}
