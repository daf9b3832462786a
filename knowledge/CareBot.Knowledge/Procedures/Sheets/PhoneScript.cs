using CareBot.Procedures;
using CareBot.Procedures.Slots;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>A procedure as an agent goes through it with a customer on the phone.</summary>
/// <param name="Opening">What comes before the first step.</param>
/// <param name="Steps">The steps, in the order they are written.</param>
public sealed record PhoneScript(string Opening, IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>Makes a script of a procedure.</summary>
    /// <param name="procedure">Which.</param>
    /// <param name="model">What calls queues, roles and skills by their names.</param>
    /// <param name="language">The reader's.</param>
    public static PhoneScript Of(Procedure procedure, CareModel model, Language language)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var words = SheetWords.In(language, model);
        return new(words.ScriptOpening, [.. procedure.Steps.Select(step => Of(step, procedure, words))]);
    }

    private static ScriptStep Of(Step step, Procedure procedure, SheetWords words) => new(
        step.Id,
        words.Kind(step),
        Spoken(step, procedure)?.In(words.Language) is { } said ? FormulaText.Of(said, procedure, words.Language) : null,
        [.. Hints(step, procedure, words)],
        Way.Of(step, procedure, words));

    private static Message? Spoken(Step step, Procedure procedure) => step switch
    {
        Step.Say say => say.Message,
        Step.Ask ask => procedure.Slots.GetValueOrDefault(ask.Slot)?.Ask,
        Step.Work work => work.Text,
        Step.Approve approve => approve.Text,
        _ => null,
    };

    private static IEnumerable<string> Hints(Step step, Procedure procedure, SheetWords words)
    {
        if (step is Step.Ask ask && procedure.Slots.GetValueOrDefault(ask.Slot)?.Type is SlotType.Choice choice)
        {
            yield return $"{words.Choices}: {string.Join(", ", choice.Values.Select(value => value.In(words.Language)))}";
        }

        if (step is Step.Say { CopyTo: { } to })
        {
            yield return $"{words.Copy}: {FormulaText.Of(to)}";
        }

        if (step is Step.Act { Approval: { } approval })
        {
            yield return $"{words.Consent}: {words.Name(approval.Role)}{(approval.When is { } when ? $" ({FormulaText.Of(when)})" : "")}";
        }

        if (step.Deadline is { } deadline)
        {
            yield return $"{words.Due}: {words.Amount(deadline.Within)} ({deadline.Name})";
        }

        if (step.Note?.In(words.Language) is { } note)
        {
            yield return $"{words.Note}: {note}";
        }
    }
}

/// <summary>A step of a <see cref="PhoneScript"/>.</summary>
/// <param name="Step">Its id.</param>
/// <param name="What">What is done, in a few words.</param>
/// <param name="Words">What is said, or asked; null where nothing is.</param>
/// <param name="Hints">What the agent should know.</param>
/// <param name="Ways">Where it goes on.</param>
public sealed record ScriptStep(string Step, string What, string? Words, IReadOnlyList<string> Hints, IReadOnlyList<Way> Ways);
