using CareBot.Host.Metrics;
using CareBot.Metrics;

namespace CareBot.Host.Tests.Metrics;

public class HandlingReportWritingTests
{
    private static readonly HandlingReport Empty = HandlingReport.Of([], null, null);

    private static readonly HandlingReport Busy = new()
    {
        From = new(2026, 3, 1, 1, 0, 0, TimeSpan.FromHours(1)),
        To = new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2)),
        Contacts = 1002,
        BotResolution = new(610, 1000),
        Helpful = new(2, 3),
        Handoffs = 201,
        WaitSeconds = new(501, 899.99999999999),
        HandleSeconds = new(42.4, 7500),
        Rating = new(10 / 3.0, 3),
        ByTopic = [new("returns", 1000, new(0, 7), null, 1), new(null, 2, null, null, 0)],
        ByChannel = [new("direct\u001b[31mline", 1002, new(610, 1000), new(2, 3), 201)],
    };

    [Fact]
    public void Json_has_null_for_what_was_not_measured() => Assert.Equal(
        """
        {
          "from": null,
          "to": null,
          "contacts": 0,
          "botResolution": null,
          "helpful": null,
          "handoffs": 0,
          "waitSeconds": {
            "mean": null,
            "p90": null
          },
          "handleSeconds": {
            "mean": null,
            "p90": null
          },
          "rating": {
            "mean": null,
            "n": 0
          },
          "byTopic": [],
          "byChannel": []
        }
        """.ReplaceLineEndings("\n"),
        HandlingReportJson.Write(Empty));

    [Fact]
    public void Json_has_instants_in_utc_and_four_decimals() => Assert.Equal(
        """
        {
          "from": "2026-03-01T00:00:00Z",
          "to": "2026-03-31T22:00:00Z",
          "contacts": 1002,
          "botResolution": 0.61,
          "helpful": 0.6667,
          "handoffs": 201,
          "waitSeconds": {
            "mean": 501,
            "p90": 900
          },
          "handleSeconds": {
            "mean": 42.4,
            "p90": 7500
          },
          "rating": {
            "mean": 3.3333,
            "n": 3
          },
          "byTopic": [
            {
              "key": "returns",
              "contacts": 1000,
              "botResolution": 0,
              "helpful": null,
              "handoffs": 1
            },
            {
              "key": null,
              "contacts": 2,
              "botResolution": null,
              "helpful": null,
              "handoffs": 0
            }
          ],
          "byChannel": [
            {
              "key": "direct\u001B[31mline",
              "contacts": 1002,
              "botResolution": 0.61,
              "helpful": 0.6667,
              "handoffs": 201
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        HandlingReportJson.Write(Busy));

    [Fact]
    public void Text_says_the_same_to_people()
    {
        var text = Text(Busy);

        Assert.Contains("from 2026-03-01 01:00 to before 2026-04-01 00:00 (Europe/Rome)", text, StringComparison.Ordinal);
        Assert.Contains("61.0 % (610 of 1000 ended contacts)", text, StringComparison.Ordinal);
        Assert.Contains("8 min 21 s on average, 15 min 0 s for 9 in 10", text, StringComparison.Ordinal);
        Assert.Contains("42 s on average, 2 h 5 min for 9 in 10", text, StringComparison.Ordinal);
        Assert.Contains("3.33 of 5 (3 rated)", text, StringComparison.Ordinal);
        Assert.Contains("(no topic)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_does_not_go_to_a_terminal_has_no_control_code_not_even_one_from_outside()
    {
        var text = Text(Busy);

        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("direct\uFFFD[31mline", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_has_no_figure_where_nothing_was_measured()
    {
        var text = Text(Empty);

        Assert.Equal(5, text.Split("n/a").Length - 1);
        Assert.DoesNotContain('%', text);
    }

    [Fact]
    public void Text_has_no_table_without_a_row() => Assert.DoesNotContain("Topic", Text(Empty), StringComparison.Ordinal);

    [Fact]
    public void Text_calls_the_chat_on_the_web_by_its_name_and_json_by_its_key()
    {
        var report = Busy with { ByChannel = [new("directline", 1, null, null, 0)] };

        Assert.Matches(@"(?m)^\s*web\s+1\b", Text(report));
        Assert.Contains("\"key\": \"directline\"", HandlingReportJson.Write(report), StringComparison.Ordinal);
    }

    private static string Text(HandlingReport report)
    {
        using var writer = new StringWriter();
        HandlingReportText.Write(report, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), writer);
        return writer.ToString();
    }
}
