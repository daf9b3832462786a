using System.Collections.Immutable;
using CareBot.Desk;
using CareBot.Procedures.Expressions;

namespace CareBot.Procedures.Engine;

/// <summary>A run on its way. It lives for one call of the <see cref="ProcedureEngine"/> and never leaves it.</summary>
internal sealed class Walk(Run run, RunContext context)
{
    private readonly List<RunEvent> events = [];
    private readonly List<RunOutput> outputs = [];

    public Run Run { get; private set; } = run;

    public RunContext Context => context;

    public Frame Here => Run.Here;

    public EnginePhrases Words => EnginePhrases.In(context.Language);

    /// <summary>The procedure where the run is, in the version that it began with.</summary>
    public Procedure Procedure => context.Book.Find(Here.Procedure, Here.Version)
        ?? throw new ProcedureGoneException(Here.Procedure, Here.Version);

    /// <summary>The step where the run is.</summary>
    public Step Step => Procedure.Find(Here.At) ?? throw new ProcedureGoneException(Here.Procedure, Here.Version);

    public Scope Scope => new(Named, context.Calendar);

    /// <summary>The run as if it were at a step of another version with other values; what happens there does not happen here.</summary>
    public Walk In(Procedure procedure, Step step, ImmutableSortedDictionary<string, Value> values) => new(
        Run with { Frames = Run.Frames.SetItem(Run.Frames.Count - 1, Here with { Version = procedure.Version, At = step.Id, Values = values }) }, context);

    public Walk Record(RunEvent happened)
    {
        events.Add(happened);
        Run = happened.On(Run, Run.Id);
        return this;
    }

    public Walk Put(RunOutput output)
    {
        outputs.Add(output);
        return this;
    }

    public Walk Say(string text, params IReadOnlyList<string> choices) => Put(new RunOutput.Say(text, choices));

    public Walk Wait(Waiting waiting) => Record(new RunEvent.Waits(waiting));

    /// <summary>What has just gone otherwise than it should, as agents read it; null when nothing has.</summary>
    public Wording? Cause { get; private set; }

    /// <summary>If the run comes to a person before it waits for anything else, this is why.</summary>
    public Walk Because(Wording cause)
    {
        Cause = cause;
        return this;
    }

    /// <summary>A person goes on.</summary>
    /// <param name="queue">Where they are found; null for the usual one.</param>
    /// <param name="reason">Why, in a word that reports count by, or a sentence.</param>
    /// <param name="why">What agents read of it; null where the procedure says nothing of it.</param>
    public Walk HandOver(string? queue, string reason, Wording? why = null) =>
        Wait(new Waiting.HandedOver(reason) { Why = Causes.Told(this, why) }).Put(new RunOutput.HandOver(queue, reason));

    /// <summary>Nothing in the procedure says what to do now: a person looks, and what went wrong is written down.</summary>
    public Walk Fail(string why)
    {
        Cause ??= Causes.Broken(why);
        return Record(new RunEvent.Failed(why)).HandOver(null, why);
    }

    public Slot Slot(string name) => Procedure.Slots[name];

    /// <summary>The words of a template with the run's values in their places.</summary>
    public string Text(Template template) => Text(template, context.Language);

    public string Text(Template template, Language language) => TemplateText.Of(template, language, Scope, Procedure.Slots, context.Calendar.Zone);

    /// <summary>The words of a template that programs go by: the same in every language, with nothing escaped.</summary>
    public string Code(Template template)
    {
        var scope = Scope;
        return string.Concat(template.Parts.Select(part => part switch
        {
            TemplatePart.Words words => words.Text,
            TemplatePart.Place place => scope.Evaluate(place.Value).ToString(),
            _ => "",
        }));
    }

    /// <summary>A message in both languages, for colleagues, who may read either and read it as it stands.</summary>
    public Wording Both(Message message) => new(Bare(message.Italian, Language.Italian), Bare(message.English, Language.English));

    private string Bare(Template template, Language language) =>
        TemplateText.Of(template, language, Scope, Procedure.Slots, context.Calendar.Zone, isMarkdown: false);

    /// <summary>When an amount of time from now is over.</summary>
    public DateTimeOffset DueAt(TimeAmount amount) => context.Calendar.Due(context.Now, amount, roll: false);

    public Advance Done() => new(Run, events, outputs);

    private Value Named(string name) => name switch
    {
        "today" => new Value.Date(context.Today),
        "now" => new Value.Instant(context.Now),
        "channel" => new Value.Text(context.Channel),
        "language" => new Value.Text(context.Language.Tag()),
        "open" => new Value.Truth(context.Calendar.IsOpen(context.Now)),
        "slots" => new Value.Fields(Here.Values),
        _ when Here.Values.TryGetValue(name, out var known) => known,
        _ when Procedure.Slots.GetValueOrDefault(name)?.Default is { } otherwise => Scope.Evaluate(otherwise),
        _ => Value.Nothing.Here,
    };
}
