using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A formula where it stands.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="At">Where.</param>
/// <param name="Step">The step that reckons it; null where none does.</param>
/// <param name="Given">What has a value when it is reckoned beside what the step finds.</param>
/// <param name="OfTable">Whether a table asks it: what has no value is a case there like any other.</param>
internal sealed record Use(Expression Formula, Spot At, Step? Step, IReadOnlySet<string> Given, bool OfTable = false)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>The names in the formula, fields and all.</summary>
    public IEnumerable<Expression.Name> Names => NamesIn(Formula);

    public static IEnumerable<Use> AllOf(Blueprint it)
    {
        foreach (var slot in it.Procedure.Slots.Values.Where(slot => slot.Default is not null))
        {
            yield return new(slot.Default!, it.Places.Slot(slot.Name, "default"), null, Nothing);
        }

        foreach (var step in it.Procedure.Steps)
        {
            foreach (var use in Of(step, it))
            {
                yield return use;
            }

            if (step.Deadline?.From is { } from)
            {
                yield return new(from, it.Places.Step(step.Id, "deadline", "from"), step, Nothing);
            }
        }
    }

    private static IEnumerable<Use> Of(Step step, Blueprint it)
    {
        var places = it.Places;
        switch (step)
        {
            case Step.Say say:
                return [.. InText(it, step, say.Message, ["say"]), .. One(say.CopyTo, "copy_to")];
            case Step.Ask ask:
                return it.Procedure.Slots.TryGetValue(ask.Slot, out var slot) ? OfQuestion(it, step, slot) : [];
            case Step.Choose choose:
                return Branches(it, choose);
            case Step.Decide decide:
                return it.Procedure.Tables.TryGetValue(decide.Table, out var table)
                    ? table.Asked.Select(asked => new Use(asked, new(it.TablePath(decide.Table), Math.Max(table.Rows[0].Line - 2, 1), 1), step, Nothing, OfTable: true))
                    : [];
            case Step.Act act:
                return
                [
                    .. Each(act.With, "with"),
                    .. act.Key is { } key ? Shown(key).Select(shown => new Use(shown, places.Step(step.Id, "key"), step, Nothing)) : [],
                    .. act.Approval?.When is { } when ? new[] { new Use(when, places.Step(step.Id, "approval", "when"), step, Nothing) } : [],
                    .. act.Approval?.Text is { } text ? InText(it, step, text, ["approval", "text"]) : [],
                ];
            case Step.Work work:
                return [.. InText(it, step, work.Text, ["task"]), .. One(work.DueBy, "due")];
            case Step.Approve approve:
                return InText(it, step, approve.Text, ["approve"]);
            case Step.Wait wait:
                return One(wait.Until, "until");
            case Step.Call call:
                return Each(call.With, "with");
            case Step.Handoff handoff:
                return
                [
                    .. Shown(handoff.Reason).Select(shown => new Use(shown, places.Step(step.Id, "reason"), step, Nothing)),
                    .. handoff.Why is { } why ? InText(it, step, why, ["why"]) : [],
                ];
            case Step.Set set:
                return set.Values.Select((each, at) => new Use(
                    each.Value, places.Step(step.Id, "set", each.Key), step, set.Values.Keys.Take(at).ToHashSet(StringComparer.Ordinal)));
            default:
                return [];
        }

        IEnumerable<Use> One(Expression? formula, string key) => formula is null ? [] : [new(formula, places.Step(step.Id, key), step, Nothing)];

        IEnumerable<Use> Each(IReadOnlyDictionary<string, Expression> formulas, string key) =>
            formulas.Select(each => new Use(each.Value, places.Step(step.Id, key, each.Key), step, Nothing));
    }

    private static IEnumerable<Use> OfQuestion(Blueprint it, Step step, Slot slot)
    {
        var filled = new HashSet<string>([slot.Name], StringComparer.Ordinal);
        return
        [
            .. slot.Ask is { } ask ? InText(it, step, ask, ["ask"], slot.Name) : [],
            .. slot.Valid is { } valid ? new[] { new Use(valid, it.Places.Slot(slot.Name, "valid"), step, filled) } : [],
            .. slot.Invalid is { } invalid ? InText(it, step, invalid, ["invalid"], slot.Name).Select(use => use with { Given = filled }) : [],
        ];
    }

    /// <summary>A branch is tried when those before it do not hold, which says something of what is known.</summary>
    private static IEnumerable<Use> Branches(Blueprint it, Step.Choose choose)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < choose.Branches.Count; at++)
        {
            var when = choose.Branches[at].When;
            yield return new(when, it.Places.Step(choose.Id, "choose", $"{at}", "when"), choose, given.ToHashSet(StringComparer.Ordinal));
            given.UnionWith(Assured.WhenNot(when));
        }
    }

    private static IEnumerable<Use> InText(Blueprint it, Step step, Message message, IReadOnlyList<string> keys, string? slot = null) =>
        from language in new[] { Language.Italian, Language.English }
        from shown in Shown(message.In(language))
        let at = message.Name is { } template ? it.InTemplate(template, language, shown)
            : slot is not null ? it.Places.Slot(slot, [.. keys, language.Tag()])
            : it.Places.Step(step.Id, [.. keys, language.Tag()])
        select new Use(shown, at, step, Nothing);

    private static IEnumerable<Expression> Shown(Template template) => template.Parts.OfType<TemplatePart.Place>().Select(place => place.Value);

    private static IEnumerable<Expression.Name> NamesIn(Expression formula) => formula switch
    {
        Expression.Name name => [name],
        Expression.Unary unary => NamesIn(unary.Operand),
        Expression.Binary binary => NamesIn(binary.Left).Concat(NamesIn(binary.Right)),
        Expression.Call call => call.Arguments.SelectMany(NamesIn),
        Expression.Several several => several.Items.SelectMany(NamesIn),
        _ => [],
    };
}
