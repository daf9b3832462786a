using CareBot.Procedures;
using CareBot.Procedures.Slots;

namespace CareBot.Host.Desk;

/// <summary>A procedure under way, as an agent reads it.</summary>
internal sealed record DeskRun
{
    public required RunId Id { get; init; }

    public required Wording Title { get; init; }

    public required int Version { get; init; }

    /// <summary>Why a person has it, by the code that reports count by or in a sentence; null when none has.</summary>
    public string? Why { get; init; }

    /// <summary>The same as agents read it; null where <see cref="Why"/> is all there is.</summary>
    public Wording? Told { get; init; }

    /// <summary>What was said, asked or to be done last; null where there has been nothing of the kind yet.</summary>
    public string? Place { get; init; }

    /// <summary>Whether its procedure is out of use for good, so that people finish it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What is known, and what is still asked for, in the order of the procedure.</summary>
    public required IReadOnlyList<DeskSlot> Slots { get; init; }

    /// <summary>What people have to do for it.</summary>
    public required IReadOnlyList<DeskTask> Tasks { get; init; }

    /// <summary>What is said and asked in it, in order.</summary>
    public required IReadOnlyList<DeskStep> Steps { get; init; }

    /// <summary>The cases that it has opened.</summary>
    public required IReadOnlyList<CaseFile> Cases { get; init; }

    /// <summary>What must be over by when.</summary>
    public required IReadOnlyList<Promise> Promises { get; init; }

    /// <summary>Whether a person has it.</summary>
    public bool IsHandedOver => Why is not null;

    /// <summary>Whether it can be given back to the bot.</summary>
    public bool CanGoOn => IsHandedOver && !IsStopped;

    /// <summary>A run as it stands; null where its version is not there any more.</summary>
    /// <param name="run">The run.</param>
    /// <param name="book">The procedures there are.</param>
    /// <param name="language">The customer's.</param>
    /// <param name="now">The instant, UTC.</param>
    public static DeskRun? Of(Run run, ProcedureBook book, Language language, DateTimeOffset now)
    {
        if (book.Find(run.Here.Procedure, run.Here.Version) is not { } procedure)
        {
            return null;
        }

        return new()
        {
            Id = run.Id,
            Title = procedure.Title,
            Version = procedure.Version,
            Why = (run.Waiting as Waiting.HandedOver)?.Reason,
            Told = (run.Waiting as Waiting.HandedOver)?.Why,
            Place = run.Here.Visited.Reverse().Select(procedure.Find).OfType<Step>()
                .Select(step => TextOf(step, procedure, language) ?? WorkOf(step, language)).FirstOrDefault(text => text is not null),
            IsStopped = book.HasStopped(run, now),
            Slots =
            [
                .. procedure.Slots.Values.Where(slot => slot.Ask is not null).OrderBy(slot => slot.Line).Select(slot => DeskSlot.Of(
                    slot, run.Here.Values.GetValueOrDefault(slot.Name, Value.Nothing.Here), language)),
            ],
            Tasks =
            [
                .. (run.Waiting?.Parts ?? []).Select(waiting => waiting switch
                {
                    Waiting.Work work => new DeskTask(work.Id, work.Queue, work.Text, false, work.DueAt)
                    {
                        Skill = work.Skill,
                        Fills = [.. work.Fills.Select(procedure.Slots.GetValueOrDefault).OfType<Slot>().Select(slot => DeskSlot.Of(slot, Value.Nothing.Here, language))],
                    },
                    Waiting.Consent consent => new DeskTask(consent.Id, consent.Role, consent.Text, true, consent.DueAt),
                    _ => null,
                }).OfType<DeskTask>(),
            ],
            Steps =
            [
                .. procedure.Steps.Select(step => (step, text: TextOf(step, procedure, language))).Where(each => each.text is not null)
                    .Select(each => new DeskStep(each.step.Id, each.text!, each.step.Id == run.Here.At, run.Here.Visited.Contains(each.step.Id))),
            ],
            Cases = [.. run.Cases],
            Promises = run.Promises,
        };
    }

    /// <summary>What a step says or asks; null for one that the customer does not hear of.</summary>
    private static string? TextOf(Step step, Procedure procedure, Language language) => step switch
    {
        Step.Say say => say.Message.In(language).ToString(),
        Step.Ask ask => procedure.Slots[ask.Slot].Ask?.In(language).ToString(),
        { Note: { } note } => note.In(language),
        _ => null,
    };

    /// <summary>What a step asks of colleagues; null for one that asks nothing of them.</summary>
    private static string? WorkOf(Step step, Language language) => step switch
    {
        Step.Work work => work.Text.In(language).ToString(),
        Step.Approve approve => approve.Text.In(language).ToString(),
        _ => null,
    };
}

/// <summary>Something that a procedure must know.</summary>
/// <param name="Name">By which the procedure calls it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Text">What is known; null when nothing is.</param>
internal sealed record DeskSlot(string Name, Wording Label, string? Text)
{
    /// <summary>What it may be, where it is one of a few; empty where people type it.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it is told in sentences: a description, an answer to a customer.</summary>
    public bool IsProse { get; init; }

    /// <summary>A slot as an agent fills it.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="value">What is known; <see cref="Value.Nothing"/> when nothing is.</param>
    /// <param name="language">The customer's: answers are read in it.</param>
    public static DeskSlot Of(Slot slot, Value value, Language language) =>
        new(slot.Name, slot.Label, value.IsGiven ? slot.Type.Show(value, language) : null)
        {
            IsProse = slot.Type is SlotType.FreeText,
            Options = slot.Type.Options(language),
        };
}

/// <summary>Something that a person has to do, or to say yes or no to.</summary>
/// <param name="Id">By what it is known.</param>
/// <param name="For">The queue or the role whose it is.</param>
/// <param name="Text">What there is to do.</param>
/// <param name="IsQuestion">Whether the answer is yes or no.</param>
/// <param name="DueAt">By when; null when nothing is promised.</param>
internal sealed record DeskTask(string Id, string For, Wording Text, bool IsQuestion, DateTimeOffset? DueAt)
{
    /// <summary>What the person must be able to do; null when anybody of the queue can.</summary>
    public string? Skill { get; init; }

    /// <summary>What the person fills in.</summary>
    public IReadOnlyList<DeskSlot> Fills { get; init; } = [];
}

/// <summary>What a procedure says or asks.</summary>
/// <param name="Id">The step.</param>
/// <param name="Text">The words, with dots where values go.</param>
/// <param name="IsHere">Whether the run is there.</param>
/// <param name="IsPast">Whether the run has been there.</param>
internal sealed record DeskStep(string Id, string Text, bool IsHere, bool IsPast);
