namespace CareBot.Procedures.Engine;

/// <summary>Why a run goes to a person, as agents read it: what the procedure says of it, and what had gone otherwise than it should.</summary>
internal static class Causes
{
    /// <summary>The whole of it.</summary>
    /// <param name="walk">The run.</param>
    /// <param name="why">What the procedure says; null where it says nothing.</param>
    public static Wording Told(Walk walk, Wording? why)
    {
        var title = walk.Procedure.Title;
        var said = why ?? new(EnginePhrases.In(Language.Italian).NeedsPerson(title.Italian), EnginePhrases.In(Language.English).NeedsPerson(title.English));
        return walk.Cause is { } cause ? new($"{said.Italian} {cause.Italian}", $"{said.English} {cause.English}") : said;
    }

    /// <summary>The customer has not answered.</summary>
    public static Wording Silence(Walk walk, Step.Ask ask) => Of(phrases => phrases.NotAnswered, walk.Slot(ask.Slot).Label);

    /// <summary>The customer's answers could not be read.</summary>
    public static Wording Unreadable(Walk walk, Step.Ask ask) => Of(phrases => phrases.NotReadable, walk.Slot(ask.Slot).Label);

    /// <summary>The customer has changed what has been used for something that cannot be undone.</summary>
    public static Wording TooLate(Walk walk, string slot) => Of(phrases => phrases.ChangedTooLate, walk.Slot(slot).Label);

    /// <summary>Another system could not be reached, or would not do what it was asked.</summary>
    public static Wording NotDone(string action, string error) => error == ActionResult.Unavailable
        ? Of(phrases => phrases.SystemSilent, Wording.Same(action))
        : NotObeyed(action, error);

    /// <summary>The same of what nothing waits for, with what is known of it.</summary>
    public static Wording NotCarriedOut(string action, string why) => action == ActionCall.Mail
        ? Of(phrases => phrases.CopyNotSent, Wording.Same(why))
        : NotObeyed(action, why);

    /// <summary>Colleagues could not do what they were asked.</summary>
    public static Wording CannotBeDone(Wording task) => Of(phrases => phrases.TaskRejected, task);

    /// <summary>Colleagues have not done in time what they were asked.</summary>
    public static Wording NotDoneInTime(Wording task) => Of(phrases => phrases.TaskLate, task);

    /// <summary>Who was asked has said no.</summary>
    public static Wording Refused(Wording question) => Of(phrases => phrases.ApprovalRefused, question);

    /// <summary>Nobody has said yes or no in time.</summary>
    public static Wording Undecided(Wording question) => Of(phrases => phrases.ApprovalLate, question);

    /// <summary>Nothing of what was waited for has happened in time.</summary>
    public static Wording NotHappened { get; } = new(EnginePhrases.In(Language.Italian).EventLate, EnginePhrases.In(Language.English).EventLate);

    /// <summary>The procedure itself does not know what to do.</summary>
    public static Wording Broken(string what) => Of(phrases => phrases.Broken, Wording.Same(what));

    private static Wording NotObeyed(string action, string why) =>
        new(EnginePhrases.In(Language.Italian).SystemRefused(action, why), EnginePhrases.In(Language.English).SystemRefused(action, why));

    private static Wording Of(Func<EnginePhrases, Func<string, string>> phrase, Wording about) =>
        new(phrase(EnginePhrases.In(Language.Italian))(about.Italian), phrase(EnginePhrases.In(Language.English))(about.English));
}
