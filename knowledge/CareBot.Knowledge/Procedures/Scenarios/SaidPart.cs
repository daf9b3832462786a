using System.Text.RegularExpressions;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>What must be so of one message.</summary>
internal abstract partial record SaidPart
{
    public abstract bool Holds(Effect.Reply reply);

    /// <summary>It has these words in it, or, where it must not, has not.</summary>
    public sealed record Contains(string Words, bool Must) : SaidPart
    {
        public override bool Holds(Effect.Reply reply) =>
            (reply.Text.Contains(Words, StringComparison.OrdinalIgnoreCase) || Plain(reply.Text).Contains(Words, StringComparison.OrdinalIgnoreCase)) == Must;
    }

    /// <summary>It is exactly this.</summary>
    public sealed record Is(string Words) : SaidPart
    {
        public override bool Holds(Effect.Reply reply) => reply.Text == Words || Plain(reply.Text) == Words;
    }

    /// <summary>It offers these buttons.</summary>
    public sealed record Choices(IReadOnlyList<string> Texts) : SaidPart
    {
        public override bool Holds(Effect.Reply reply) => reply.Choices.SequenceEqual(Texts);
    }

    /// <summary>A text as customers read it: what is escaped for Markdown is itself again.</summary>
    public static string Plain(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"\\([\\`*_{}\[\]<>#|~])")]
    private static partial Regex Escaped();
}
