using System.Diagnostics;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>Formulas and templates as people read them.</summary>
internal static class FormulaText
{
    private static readonly Dictionary<Operator, string> Signs = new()
    {
        [Operator.Or] = "or",
        [Operator.And] = "and",
        [Operator.Not] = "not",
        [Operator.Equal] = "=",
        [Operator.Unequal] = "≠",
        [Operator.Less] = "<",
        [Operator.LessOrEqual] = "≤",
        [Operator.Greater] = ">",
        [Operator.GreaterOrEqual] = "≥",
        [Operator.In] = "in",
        [Operator.Matches] = "matches",
        [Operator.Plus] = "+",
        [Operator.Minus] = "-",
        [Operator.Times] = "×",
        [Operator.Over] = "/",
    };

    public static string Of(Expression formula) => formula switch
    {
        Expression.Literal literal => literal.Value.IsGiven ? literal.Value.ToString() : "none",
        Expression.Span span => span.Amount.ToString(),
        Expression.Name name => string.Join('.', [name.Root, .. name.Fields]),
        Expression.Unary { Operator: Operator.Not } not => $"not {Inner(not.Operand)}",
        Expression.Unary minus => $"-{Inner(minus.Operand)}",
        Expression.Binary binary => $"{Inner(binary.Left)} {Signs[binary.Operator]} {Inner(binary.Right)}",
        Expression.Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        Expression.Several several => string.Join(", ", several.Items.Select(Of)),
        _ => throw new UnreachableException(),
    };

    /// <summary>A text with what goes into its places named in brackets.</summary>
    public static string Of(Template template, Procedure procedure, Language language) => string.Concat(template.Parts.Select(part => part switch
    {
        TemplatePart.Words words => words.Text,
        TemplatePart.Place { Value: Expression.Name { Fields: [], Root: var slot } } when procedure.Slots.TryGetValue(slot, out var known) => $"[{known.Label.In(language)}]",
        TemplatePart.Place place => $"[{Of(place.Value)}]",
        _ => throw new UnreachableException(),
    })).Trim();

    /// <summary>What is part of another formula and has parts itself stands in brackets: nobody need know which sign binds tighter.</summary>
    private static string Inner(Expression formula) => formula switch
    {
        Expression.Binary { Operator: Operator.Or or Operator.And or Operator.Plus or Operator.Minus } => $"({Of(formula)})",
        Expression.Several => $"({Of(formula)})",
        _ => Of(formula),
    };
}
