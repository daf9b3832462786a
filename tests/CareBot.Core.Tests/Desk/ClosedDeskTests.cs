using System.Collections.Immutable;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Core.Tests.Desk;

/// <summary>A customer who wants a person while the desk is closed.</summary>
public class ClosedDeskTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    private static readonly IReadOnlyList<OpenHours> Hours = [new(TimeSpan.FromHours(9), TimeSpan.FromHours(18))];

    private static readonly ProcedureBook Book = new([], [], new()
    {
        Zone = Rome,
        Weekly = new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .ToImmutableDictionary(day => day, _ => Hours),
    });

    [Theory]
    [InlineData("2026-11-27 21:30", "riapre lunedì 30 novembre alle 9:00", "it")]
    [InlineData("2026-11-26 21:30", "riapre domani alle 9:00", "it")]
    [InlineData("2026-11-27 07:15", "riapre oggi alle 9:00", "it")]
    [InlineData("2026-11-28 12:00", "it opens on Monday 30 November at 9:00", "en")]
    [InlineData("2026-11-29 23:59", "it opens tomorrow at 9:00", "en")]
    public void Hears_when_it_opens_and_not_in_how_many_minutes(string now, string words, string tag)
    {
        var decision = Ask(At(now), LanguageTags.FromTag(tag)!.Value);

        var said = decision.Effects.OfType<Effect.Reply>().Last().Text;
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("minut", said, StringComparison.Ordinal);
        Assert.IsType<Status.Queued>(decision.Next.Status);
    }

    [Fact]
    public void Is_promised_a_person_by_the_hours_of_the_desk()
    {
        Assert.Equal(At("2026-11-30 09:05"), Ask(At("2026-11-27 21:30"), Language.Italian).Next.DueAt);
        Assert.Equal(At("2026-11-30 09:03"), Ask(At("2026-11-27 17:58"), Language.Italian).Next.DueAt);
        Assert.Equal(At("2026-11-27 10:05"), Ask(At("2026-11-27 10:00"), Language.Italian).Next.DueAt);
    }

    [Fact]
    public void Is_not_told_that_everybody_is_busy_while_nobody_is_there()
    {
        var night = At("2026-11-27 21:30");
        var queued = Ask(night, Language.Italian).Next;

        var later = Turn.Decide(queued, new Input.DeadlinePassed(), Evidence.None with { Procedures = Book }, new(), night.AddHours(2));

        Assert.Empty(later.Events);
    }

    [Fact]
    public void Is_told_minutes_while_it_is_open()
    {
        Assert.Contains("entro 5 minuti", Ask(At("2026-11-27 10:00"), Language.Italian).Effects.OfType<Effect.Reply>().Last().Text, StringComparison.Ordinal);
    }

    private static Decision Ask(DateTimeOffset now, Language language) => Turn.Decide(
        new() { Id = new("c1"), Channel = "directline", StartedAt = now, Language = language },
        new Input.CustomerSaid(language == Language.Italian ? "operatore" : "agent"),
        Evidence.None with { Procedures = Book },
        new(),
        now);

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(time, Rome));
    }
}
