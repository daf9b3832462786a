using CareBot.Desk;
using CareBot.Host.Desk;
using CareBot.Turns;
using Why = CareBot.Desk.Refusal;

namespace CareBot.Host.Pages.Console;

internal sealed partial record ConsoleWords
{
    private static ConsoleWords English { get; } = new()
    {
        Desk = "Desk",
        Conversations = "Conversations",
        Search = "Search names or words",
        Waiting = "Waiting",
        Open = "Open",
        NobodyWaiting = "Nobody is waiting.",
        NoneOpen = "No conversation is open.",
        NoMatch = "No conversation matches your search.",
        HasMore = "There are more: these are the first 200.",
        IsWaiting = "Waiting",
        IsOverdue = "Overdue",
        ToAnswer = "To answer",
        WithYou = "With you",
        WithAgent = name => $"With {name}",
        WaitingNow = count => count == 1 ? "One conversation is waiting" : $"{count} conversations are waiting",
        YouSaid = text => $"You: {text}",

        ChooseOne = "Choose a conversation",
        AllDone = "Nobody is waiting",
        AllDoneMore = "When a customer asks for a person, the conversation appears here by itself.",
        KeysHint = "Press ? for keyboard shortcuts",
        NoSuchConversation = "There is no such conversation.",
        NothingSaid = "Nobody has written yet.",
        IsCut = "The more recent part of the conversation begins here.",
        Back = "Back to the list",
        Messages = "Messages",
        ToEnd = "New messages",
        Bot = "Automated assistant",
        PrivateNote = "Private note",
        BotHasIt = "The automated assistant is answering. If the customer asks for a person, the conversation waits here again.",
        OtherHasIt = name => $"{name} has this conversation. You can read it and leave notes.",

        Claim = "Take",
        ClaimWhy = "Take the conversation to reply. Until then you can leave notes for your colleagues.",
        Close = "Close",
        CloseQuestion = "Close the conversation?",
        CloseMore = "The customer is asked for a rating, then the automated assistant answers again.",
        Cancel = "Cancel",
        CloseNow = "Close conversation",
        Reply = "Reply",
        Note = "Private note",
        WriteReply = "Write to the customer…",
        WriteNote = "Write a note: only colleagues see it…",
        Kind = "Who you are writing to",
        Send = "Send",
        SaveNote = "Save note",
        SendHint = "Shift + Enter breaks the line",
        SendsOnReturn = "Enter sends",

        Facts = "Customer",
        LanguageName = "Language",
        ChannelName = "Channel",
        ReasonName = "Reason",
        WaitingSince = "Waiting for",
        TakenSince = "Taken",
        DueBy = "Answer by",
        Began = "First visit",
        ContactNumber = "Contact no.",
        Holder = "Taken by",
        ShownAnswers = "Answers already seen",
        NoAnswers = "The assistant has not shown any answers yet.",
        Helped = "Helpful",
        DidNotHelp = "Not helpful",
        NotJudged = "Not judged",

        Keys = "Keyboard shortcuts",
        KeySend = "Send the message",
        KeyBreak = "Break the line",
        KeyNext = "Next conversation",
        KeyPrevious = "Previous conversation",
        KeySheet = "This sheet",
        KeyEscape = "Close the window",
        Done = "Close",
        Return = "Enter",
        Shift = "Shift",

        Now = "now",
        Minutes = count => $"{count} min",
        Hours = count => $"{count} h",
        Today = "Today",
        Yesterday = "Yesterday",
        Culture = "en-GB",

        NameOf = language => language == Language.Italian ? "Italian" : "English",
        Channel = channel => channel switch
        {
            "directline" or "webchat" => "Website chat",
            "msteams" => "Microsoft Teams",
            "emulator" => "Emulator",
            _ => channel,
        },
        Nameless = channel => channel == "msteams" ? "Teams customer" : "Web customer",
        Reason = reason => reason switch
        {
            HandoffReason.Asked => "Asked for a person",
            HandoffReason.Offered => "Accepted a person",
            HandoffReason.Misses => "The assistant found no answer",
            HandoffReason.Article => "The answer calls for a person",
            _ => reason.ToString(),
        },
        Happened = happened => happened switch
        {
            CareEvent.ContactStarted started => $"New contact in {(started.Language == Language.Italian ? "Italian" : "English")}",
            CareEvent.LanguageChanged changed =>
                $"The customer now writes in {(changed.Language == Language.Italian ? "Italian" : "English")}",
            CareEvent.Answered answered => $"Answer shown: {answered.Article}",
            CareEvent.ChoiceOffered choice => $"Asked which answer: {string.Join(", ", choice.Articles)}",
            CareEvent.Missed => "No answer found",
            CareEvent.HelpJudged { Helpful: true } => "The customer: the answer helped",
            CareEvent.HelpJudged => "The customer: the answer did not help",
            CareEvent.HandoffInitiated initiated => initiated.Reason switch
            {
                HandoffReason.Asked => "The customer asked for a person",
                HandoffReason.Offered => "The customer accepted to talk to a person",
                HandoffReason.Misses => "A person was called: no answer found several times",
                _ => "A person was called, as the answer shown demands",
            },
            CareEvent.HandoffOverdue => "The wait is longer than was promised",
            CareEvent.HandoffAccepted accepted => $"{accepted.Agent.Name} took the conversation",
            CareEvent.HandoffCompleted completed => $"{completed.Agent.Name} closed the conversation",
            CareEvent.ContactEnded => "Contact with the assistant ended",
            CareEvent.Rated rated => $"Customer's rating: {rated.Score} out of 5",
            _ => "",
        },
        Refusal = outcome => outcome switch
        {
            DeskOutcome.Refused { Why: Why.AlreadyTaken, Holder: { } holder } =>
                $"Somebody was quicker: {holder.Name} has taken this conversation.",
            DeskOutcome.Refused { Why: Why.NotWaiting } => "The conversation is no longer waiting.",
            DeskOutcome.Refused { Holder: { } holder } => $"{holder.Name} has this conversation: nothing was sent.",
            DeskOutcome.Refused => "You do not have this conversation: nothing was sent.",
            DeskOutcome.TooLong => "The text is longer than 4,000 characters: split it into several messages.",
            DeskOutcome.Empty => "There is nothing to send.",
            DeskOutcome.Unknown => "There is no such conversation.",
            _ => null,
        },
    };
}
