using System.Text.Json.Serialization;

namespace CareBot.Procedures;

/// <summary>What a run waits for. While it waits nothing happens in it; whatever comes that it does not wait for changes nothing.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Elsewhere), "elsewhere")]
[JsonDerivedType(typeof(Work), "work")]
[JsonDerivedType(typeof(Consent), "consent")]
[JsonDerivedType(typeof(Happening), "event")]
[JsonDerivedType(typeof(Sides), "sides")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
public abstract record Waiting
{
    private Waiting()
    {
    }

    /// <summary>When it has been waited for long enough; null when there is no end.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The customer's answer.</summary>
    /// <param name="Slot">For which slot.</param>
    /// <param name="Tries">The answers so far that could not be read.</param>
    public sealed record Answer(string Slot, int Tries = 0) : Waiting
    {
        /// <summary>Whether it is put by until the customer comes back.</summary>
        public bool IsDraft { get; init; }
    }

    /// <summary>What another system answers.</summary>
    /// <param name="Key">By what the answer is known; the other system tells repetitions by it too.</param>
    /// <param name="Action">What was asked of it.</param>
    public sealed record Elsewhere(string Key, string Action) : Waiting;

    /// <summary>A person who does something.</summary>
    /// <param name="Id">By what the task is known.</param>
    /// <param name="Queue">Whose it is.</param>
    /// <param name="Text">What there is to do, in each language.</param>
    public sealed record Work(string Id, string Queue, Wording Text) : Waiting
    {
        /// <summary>What the person must be able to do; null when anybody of the queue can.</summary>
        public string? Skill { get; init; }

        /// <summary>The slots that the person fills in.</summary>
        public IReadOnlyList<string> Fills { get; init; } = [];
    }

    /// <summary>A person who says yes or no.</summary>
    /// <param name="Id">By what the question is known.</param>
    /// <param name="Role">Who may say it.</param>
    /// <param name="Text">What is asked, in each language.</param>
    public sealed record Consent(string Id, string Role, Wording Text) : Waiting;

    /// <summary>Something that happens elsewhere, or a time.</summary>
    /// <param name="Events">Any of these; empty when only the time is waited for.</param>
    public sealed record Happening(IReadOnlyList<string> Events) : Waiting
    {
        /// <summary>Whether the customer has been reminded once.</summary>
        public bool Reminded { get; init; }

        /// <summary>Whether the time is what is waited for, so that its end is no delay.</summary>
        public bool IsForTime { get; init; }
    }

    /// <summary>Several things side by side.</summary>
    public sealed record Sides(IReadOnlyList<Side> Each) : Waiting;

    /// <summary>A person who has the whole of it, and may give it back.</summary>
    /// <param name="Reason">Why, in a word that reports count by, or a sentence.</param>
    public sealed record HandedOver(string Reason) : Waiting
    {
        /// <summary>The same as agents read it, in each language; null where <see cref="Reason"/> is all there is.</summary>
        public Wording? Why { get; init; }
    }

    /// <summary>The first instant at which something here is over; null when nothing is.</summary>
    [JsonIgnore]
    public DateTimeOffset? FirstDueAt => this is Sides sides
        ? sides.Each.Select(side => side.For?.DueAt).Append(DueAt).Min()
        : DueAt;

    /// <summary>This, or what waits in it, in order.</summary>
    [JsonIgnore]
    public IEnumerable<Waiting> Parts => this is Sides sides ? sides.Each.Select(side => side.For).OfType<Waiting>() : [this];
}

/// <summary>One of several things side by side.</summary>
/// <param name="Step">The step that it is.</param>
/// <param name="For">What it waits for; null when it is over.</param>
public sealed record Side(string Step, Waiting? For);
