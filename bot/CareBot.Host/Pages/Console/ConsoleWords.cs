using System.Globalization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Desk;
using CareBot.Turns;

namespace CareBot.Host.Pages.Console;

/// <summary>What the desk says to agents, in one language.</summary>
internal sealed partial record ConsoleWords
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    public static ConsoleWords In(Language language) => language == Language.Italian ? Italian : English;

    // The lists.
    public required string Desk { get; init; }
    public required string Conversations { get; init; }
    public required string Search { get; init; }
    public required string Waiting { get; init; }
    public required string Open { get; init; }
    public required string NobodyWaiting { get; init; }
    public required string NoneOpen { get; init; }
    public required string NoMatch { get; init; }
    public required string HasMore { get; init; }
    public required string IsWaiting { get; init; }
    public required string IsOverdue { get; init; }
    public required string ToAnswer { get; init; }
    public required string WithYou { get; init; }
    public required Func<string, string> WithAgent { get; init; }
    public required Func<int, string> WaitingNow { get; init; }
    public required Func<string, string> YouSaid { get; init; }

    // The transcript.
    public required string ChooseOne { get; init; }
    public required string AllDone { get; init; }
    public required string AllDoneMore { get; init; }
    public required string KeysHint { get; init; }
    public required string NoSuchConversation { get; init; }
    public required string NothingSaid { get; init; }
    public required string IsCut { get; init; }
    public required string Back { get; init; }
    public required string Messages { get; init; }
    public required string ToEnd { get; init; }
    public required string Bot { get; init; }
    public required string PrivateNote { get; init; }
    public required Func<string, string> FromArticle { get; init; }
    public required Func<string, string> PictureNamed { get; init; }
    public required string FileGone { get; init; }
    public required string EditedByCustomer { get; init; }
    public required string DeletedByCustomer { get; init; }
    public required string BotHasIt { get; init; }
    public required Func<string, string> OtherHasIt { get; init; }

    // What agents do.
    public required string Claim { get; init; }
    public required string ClaimWhy { get; init; }
    public required string TakeOver { get; init; }
    public required Func<string, string> TakeOverQuestion { get; init; }
    public required Func<string, string> TakeOverMore { get; init; }
    public required string Release { get; init; }
    public required string ReleaseQuestion { get; init; }
    public required string ReleaseMore { get; init; }
    public required string Close { get; init; }
    public required string CloseQuestion { get; init; }
    public required string CloseMore { get; init; }
    public required string Cancel { get; init; }
    public required string CloseNow { get; init; }
    public required string Reply { get; init; }
    public required string Note { get; init; }
    public required string WriteReply { get; init; }
    public required string WriteNote { get; init; }
    public required string Kind { get; init; }
    public required string Send { get; init; }
    public required string SaveNote { get; init; }
    public required string SendHint { get; init; }
    public required string SendsOnReturn { get; init; }

    // The canned replies and articles.
    public required string Replies { get; init; }
    public required string ReadyTexts { get; init; }
    public required string Articles { get; init; }
    public required string ArticlesByWords { get; init; }
    public required string ArticleSeen { get; init; }
    public required string SearchReplies { get; init; }
    public required string NoReplies { get; init; }
    public required string NoSuchReply { get; init; }
    public required string RepliesHint { get; init; }
    public required string KeyChoose { get; init; }
    public required string KeyFill { get; init; }
    public required Func<string, string> FillGap { get; init; }

    // The facts.
    public required string Facts { get; init; }
    public required string LanguageName { get; init; }
    public required string ChannelName { get; init; }
    public required string ReasonName { get; init; }
    public required string WaitingSince { get; init; }
    public required string TakenSince { get; init; }
    public required string DueBy { get; init; }
    public required string TaskDueBy { get; init; }
    public required string Began { get; init; }
    public required string ContactNumber { get; init; }
    public required string Holder { get; init; }
    public required string ShownAnswers { get; init; }
    public required string NoAnswers { get; init; }
    public required string Helped { get; init; }
    public required string DidNotHelp { get; init; }
    public required string NotJudged { get; init; }

    // Procedures.
    public required string Tasks { get; init; }
    public required string ToDo { get; init; }
    public required string Everybodys { get; init; }
    public required string TasksOf { get; init; }
    public required string ToLookAt { get; init; }
    public required Func<AlertKind, string> AlertText { get; init; }
    public required string AlertSettle { get; init; }
    public required string RunHandedOver { get; init; }
    public required string RunOutOfUse { get; init; }
    public required Func<string, string> RunStopped { get; init; }
    public required string RunStoppedAt { get; init; }
    public required string RunFill { get; init; }
    public required string RunSave { get; init; }
    public required string RunTask { get; init; }
    public required string RunDone { get; init; }
    public required string RunNotDone { get; init; }
    public required string RunYes { get; init; }
    public required string RunNo { get; init; }
    public required Func<string, string, string> RunPromise { get; init; }
    public required Func<string, string> RunCase { get; init; }
    public required Func<string, string> TaskTakes { get; init; }
    public required string HighPriority { get; init; }
    public required string RunScript { get; init; }
    public required string RunResume { get; init; }
    public required string RunStart { get; init; }
    public required string RunChoose { get; init; }
    public required Func<RunSign, string?, string> RunTold { get; init; }

    public required string Scripts { get; init; }
    public required string BackToFacts { get; init; }

    // The key sheet.
    public required string Keys { get; init; }
    public required string KeySend { get; init; }
    public required string KeyBreak { get; init; }
    public required string KeyReplies { get; init; }
    public required string KeyNext { get; init; }
    public required string KeyPrevious { get; init; }
    public required string KeySheet { get; init; }
    public required string KeyEscape { get; init; }
    public required string Done { get; init; }
    public required string Return { get; init; }
    public required string Shift { get; init; }

    // Times.
    public required string Now { get; init; }
    public required Func<int, string> Minutes { get; init; }
    public required Func<int, string> Hours { get; init; }
    public required string Today { get; init; }
    public required string Yesterday { get; init; }
    public required string Culture { get; init; }

    // What happened.
    public required Func<Language, string> NameOf { get; init; }
    public required Func<HandoffReason, string> Reason { get; init; }
    public required Func<string, string> Channel { get; init; }
    public required Func<string, string> Nameless { get; init; }

    /// <summary>An event as a line, given what an article is called.</summary>
    public required Func<CareEvent, Func<ArticleId, string>, string> Happened { get; init; }

    /// <summary>Why an act was not carried out, as a sentence; null when it was.</summary>
    public required Func<DeskOutcome, string?> Refusal { get; init; }

    /// <summary>A length as one reads it: "312 KB", "1,4 MB".</summary>
    public string Size(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.GetCultureInfo(Culture), $"{Math.Max(1, bytes / Kilobyte)} KB")
        : string.Create(CultureInfo.GetCultureInfo(Culture), $"{(double)bytes / Megabyte:0.#} MB");

    /// <summary>The customer's name, or what to call them by where the channel gives none.</summary>
    public string NameFor(DeskLine line) =>
        line.Conversation.Customer is { } name && !string.IsNullOrWhiteSpace(name) ? name : $"{Nameless(line.Conversation.Channel)} {line.ShortId}";
}
