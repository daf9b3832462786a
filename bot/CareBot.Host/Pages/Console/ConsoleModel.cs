using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Desk;
using CareBot.Procedures;

namespace CareBot.Host.Pages.Console;

/// <summary>What one agent's open desk shows, and the acts that they can do on it.</summary>
internal sealed class ConsoleModel(DeskView view, CareDesk desk, DeskLibrary library, Agent me, Language language)
{
    private readonly HashSet<ConversationId> seen = [];
    private DeskOutcome? lastOutcome;

    public Agent Me => me;

    /// <summary>The language that the desk speaks with this agent.</summary>
    public Language Language => language;

    public ConsoleWords Words { get; } = ConsoleWords.In(language);

    public Times Times { get; } = new(view.Zone, ConsoleWords.In(language));

    public DateTimeOffset Now { get; private set; } = view.Now;

    public DeskLists Lists { get; private set; } = new([], [], false);

    /// <summary>The procedures that an agent may begin with a customer.</summary>
    public IReadOnlyList<(string Id, Wording Title)> Startable => view.Startable();

    /// <summary>The conversation that was asked for; null when none was.</summary>
    public ConversationId? Chosen { get; private set; }

    /// <summary>The conversation that was asked for as it stands; null when there is none.</summary>
    public DeskTranscript? Open { get; private set; }

    /// <summary>The last entry that was there when the conversation was opened: later ones are shown as new.</summary>
    public long ReadUpTo { get; private set; }

    /// <summary>The scripts that may help with the open conversation.</summary>
    public IReadOnlyList<Article> Scripts { get; private set; } = [];

    /// <summary>Why the last act was not carried out; null when it was.</summary>
    public string? Notice => lastOutcome is { } outcome ? Words.Refusal(outcome) : null;

    /// <summary>What asks for this agent's attention: whoever waits, and whoever has written to them.</summary>
    public int Unread => Lists.Waiting.Count + Lists.Open.Count(line => IsMine(line) && line.Last.AwaitsReply);

    public bool IsMine(DeskLine line) => line.Agent?.Id == me.Id;

    /// <summary>Whether the line has come since the desk was opened and has not been looked at.</summary>
    public bool IsNew(DeskLine line) => !seen.Contains(line.Id);

    /// <summary>The canned replies for the open conversation, narrowed by what has been typed.</summary>
    public IReadOnlyList<Article> Replies(string sought) => Open is { } open ? library.Replies(open, sought) : [];

    /// <summary>The articles that may answer the open conversation's customer, narrowed by what has been typed.</summary>
    public IReadOnlyList<Article> Answers(string sought) => Open is { } open ? library.Answers(open, sought) : [];

    /// <summary>A canned reply or an article as this agent would send it in the open conversation.</summary>
    public string Fill(Article article) => article.Kind == ArticleKind.Reply
        ? ReplyText.Of(article, new(Open?.Line.Conversation.Customer, me.Name, view.Company)).Text
        : DeskLibrary.Text(article);

    /// <summary>Whether the bot has shown the open conversation's customer the article in this contact.</summary>
    public bool HasSeen(ArticleId article) => Open is { } open && open.Answers.Any(shown => shown.Article == article);

    /// <summary>An article as the open conversation's customer knows it.</summary>
    public string TitleOf(ArticleId article) => library.Title(article, Open?.Line.Conversation.Language ?? language);

    public void Start(ConversationId? conversation)
    {
        Look();
        seen.UnionWith(Lists.Waiting.Concat(Lists.Open).Select(line => line.Id));
        Choose(conversation);
    }

    public void Choose(ConversationId? conversation)
    {
        Chosen = conversation;
        Read();
        ReadUpTo = Open?.Entries is [.., var last] ? last.Position : 0;
        lastOutcome = null;
    }

    /// <summary>Looks again at the lists, and at the open conversation if it is among those with news.</summary>
    public void Refresh(IReadOnlySet<ConversationId> news)
    {
        Look();
        if (Chosen is { } chosen && news.Contains(chosen))
        {
            Read();
        }
    }

    public Task<bool> ClaimAsync() => ActAsync(chosen => desk.ClaimAsync(chosen, me, CancellationToken.None));

    public Task<bool> TakeOverAsync(AgentId from) => ActAsync(chosen => desk.TakeOverAsync(chosen, me, from, CancellationToken.None));

    public Task<bool> ReleaseAsync() => ActAsync(chosen => desk.ReleaseAsync(chosen, me, CancellationToken.None));

    public Task<bool> CloseAsync() => ActAsync(chosen => desk.CloseAsync(chosen, me, CancellationToken.None));

    /// <summary>Gives the open conversation back to the bot, which goes on with a run.</summary>
    public Task<bool> ResumeRunAsync(RunId run) => ActAsync(chosen => desk.ResumeRunAsync(chosen, me, run, CancellationToken.None));

    /// <summary>Gives a slot a value, for the customer.</summary>
    public Task<bool> FillSlotAsync(RunId run, string slot, string text) =>
        ActAsync(chosen => desk.FillSlotAsync(chosen, me, run, slot, text, CancellationToken.None));

    /// <summary>Has the bot go through a procedure with the customer.</summary>
    public Task<bool> StartProcedureAsync(ProcedureId procedure) =>
        ActAsync(chosen => desk.StartProcedureAsync(chosen, me, procedure, CancellationToken.None));

    /// <summary>Says that a task is done or cannot be, or answers a question.</summary>
    public Task<bool> FinishTaskAsync(RunId run, string task, bool done, IReadOnlyDictionary<string, string> texts) =>
        ActAsync(chosen => desk.FinishTaskAsync(chosen, me, run, task, done, texts, CancellationToken.None));

    /// <summary>Says that an alert has been seen to.</summary>
    public Task<bool> SettleAlertAsync(string alert) => ActAsync(chosen => desk.SettleAlertAsync(chosen, me, alert, CancellationToken.None));

    /// <summary>A queue, a role, a skill or a tag by its name.</summary>
    public string NameOf(string code) => view.NameOf(code, language);

    /// <param name="text">The words.</param>
    /// <param name="note">Whether only agents may see them.</param>
    /// <param name="article">The article that they were made from; null where they are the agent's own.</param>
    public Task<bool> WriteAsync(string text, bool note, ArticleId? article) => ActAsync(chosen => note
        ? desk.NoteAsync(chosen, me, text, CancellationToken.None)
        : desk.ReplyAsync(
            chosen, me, text, article is { } from && Open is { } open ? library.Take(open, from) : null, CancellationToken.None));

    /// <remarks>An act that was begun is finished even if the page goes meanwhile: hence no cancellation.</remarks>
    private async Task<bool> ActAsync(Func<ConversationId, Task<DeskOutcome>> act)
    {
        if (Chosen is not { } chosen)
        {
            return false;
        }

        var outcome = await act(chosen);
        if (Chosen == chosen)
        {
            lastOutcome = outcome;
        }

        Refresh(new HashSet<ConversationId> { chosen });
        return outcome is DeskOutcome.Done;
    }

    private void Look()
    {
        Now = view.Now;
        var lists = view.Lists();
        Lists = lists with { Open = [.. lists.Open.OrderByDescending(IsMine)] };
    }

    private void Read()
    {
        Open = Chosen is { } chosen ? view.Transcript(chosen) : null;
        Scripts = Open is { } read ? library.Scripts(read) : [];
        if (Open is { } open)
        {
            seen.Add(open.Line.Id);
        }
    }
}
