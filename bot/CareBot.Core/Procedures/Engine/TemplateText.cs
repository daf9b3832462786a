using System.Text;
using CareBot.Procedures.Expressions;
using SlotShown = CareBot.Procedures.Slots.Shown;

namespace CareBot.Procedures.Engine;

/// <summary>Templates as customers read them.</summary>
internal static class TemplateText
{
    /// <summary>The characters that Markdown takes for more than themselves.</summary>
    private const string Marks = @"\`*_{}[]<>#|~";

    public static string Of(
        Template template, Language language, Scope scope, IReadOnlyDictionary<string, Slot> slots, TimeZoneInfo zone, bool isMarkdown = true)
    {
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            text.Append(part switch
            {
                TemplatePart.Place place when !isMarkdown => Shown(place, language, scope, slots, zone),
                TemplatePart.Place place => Escaped(Shown(place, language, scope, slots, zone)),
                TemplatePart.Words words => words.Text,
                _ => "",
            });
        }

        return text.ToString().Trim();
    }

    /// <summary>A value as customers read it.</summary>
    public static string Show(Value value, Look look, Language language, TimeZoneInfo zone)
    {
        var culture = SlotShown.In(language);
        return (value, look) switch
        {
            (Value.Number number, Look.Money) => SlotShown.Amount(number.Amount, language),
            (Value.Number number, _) => number.Amount.ToString("0.####", culture),
            (Value.Date date, _) => SlotShown.Day(date.Day, language),
            (Value.Instant instant, Look.Time) => TimeZoneInfo.ConvertTime(instant.At, zone).ToString("HH:mm", culture),
            (Value.Instant instant, _) => TimeZoneInfo.ConvertTime(instant.At, zone).ToString(
                language == Language.Italian ? "dddd d MMMM yyyy 'alle' HH:mm" : "dddd d MMMM yyyy 'at' HH:mm", culture),
            (Value.Truth truth, _) => SlotShown.YesNo(truth.Is, language),
            (Value.Sequence list, Look.List) => string.Concat(list.Items.Select(item => $"\n- {Show(item, Look.Plain, language, zone)}")),
            (Value.Sequence list, _) => string.Join(", ", list.Items.Select(item => Show(item, look, language, zone))),
            (Value.Fields fields, _) => string.Join(", ", fields.Named.Values.Where(each => each.IsGiven).Select(each => Show(each, look, language, zone))),
            _ => value.ToString(),
        };
    }

    private static string Shown(
        TemplatePart.Place place, Language language, Scope scope, IReadOnlyDictionary<string, Slot> slots, TimeZoneInfo zone)
    {
        var value = scope.Evaluate(place.Value);
        return place is { Look: Look.Plain, Value: Expression.Name { Fields: [], Root: var name } } && value.IsGiven && slots.TryGetValue(name, out var slot)
            ? slot.Type.Show(value, language)
            : Show(value, place.Look, language, zone);
    }

    /// <summary>What customers or other systems wrote is shown as they wrote it: it never becomes a link or a heading.</summary>
    private static string Escaped(string shown)
    {
        var safe = new StringBuilder(shown.Length);
        foreach (var c in shown)
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
            {
                safe.Append('\\');
            }

            safe.Append(c);
        }

        return safe.ToString();
    }
}
