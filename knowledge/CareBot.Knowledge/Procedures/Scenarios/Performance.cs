using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Has happen on a stage what is written.</summary>
internal sealed class Performance(Stage stage)
{
    /// <summary>Who does tasks and gives approvals.</summary>
    private const string Colleague = "Marta";

    private int messages;

    /// <summary>Has something happen.</summary>
    /// <exception cref="FormatException">What is written goes into no slot.</exception>
    /// <exception cref="InvalidOperationException">There is nothing that it could happen to.</exception>
    public void Do(Happening happening)
    {
        switch (happening)
        {
            case Happening.Joins:
                stage.Do("(the customer joins)", new Input.CustomerJoined());
                break;
            case Happening.Says says:
                Say(says);
                break;
            case Happening.Reacts reacts:
                stage.Do(reacts.Helpful ? "(the customer likes it)" : "(the customer dislikes it)", new Input.CustomerReacted(reacts.Helpful));
                break;
            case Happening.Rewrites rewrites:
                Rewrite(rewrites.Text);
                break;
            case Happening.Event what:
                if (what.At is { } moment)
                {
                    stage.PassTo(moment.From(stage.Seen.Now, stage.Seen.Calendar));
                }

                if (!stage.Happen(what.Name, what.With))
                {
                    throw new InvalidOperationException("no procedure is under way that it could concern");
                }

                break;
            case Happening.TimePasses time:
                stage.Pass(time.Until);
                break;
            case Happening.Worked worked:
                Work(worked.Step, isTask: true, worked.Done, worked.Values);
                break;
            case Happening.Approves approves:
                Work(approves.Step, isTask: false, approves.Yes, []);
                break;
            case Happening.AgentActs acts:
                stage.Do($"({acts.Agent} {acts.Act}: {acts.Name} {acts.Text})", Act(acts));
                break;
        }
    }

    private void Say(Happening.Says says)
    {
        var files = says.Files.Select((name, at) => new SentFile($"file-{at + 1}", name, KindOf(name), 20_480)).ToList();
        var shown = files.Count == 0 ? "" : $" [files: {string.Join(", ", says.Files)}]";
        stage.Do($"C: {says.Text}{shown}", new Input.CustomerSaid(says.Text, files.Count == 0 ? null : files, says.InForm ? Form.Handoff : null, $"m{++messages}"));
    }

    private void Rewrite(string? text)
    {
        var said = stage.Seen.Events.OfType<CareEvent.CustomerSaid>().LastOrDefault() ?? throw new InvalidOperationException("the customer has said nothing yet");
        stage.Do(
            text is null ? "(the customer deletes it)" : $"(the customer rewrites it: {text})",
            text is null ? new Input.CustomerWithdrew(said) : new Input.CustomerCorrected(said, text));
    }

    private void Work(string? step, bool isTask, bool done, IReadOnlyList<Named> values)
    {
        var waiting = stage.Waiting.Where(each => each.For is Waiting.Work == isTask && (step is null || each.Step == step)).ToList();
        if (waiting is not [var one])
        {
            throw new InvalidOperationException(waiting.Count == 0
                ? $"no {(isTask ? "task" : "approval")} waits{(step is null ? "" : $" at `{step}`")}"
                : $"several wait, name one: {string.Join(", ", waiting.Select(each => each.Step))}");
        }

        var filled = values.ToDictionary(each => each.Name, each => stage.Reading(one.Run, each), StringComparer.Ordinal);
        stage.Do(
            $"({(isTask ? "task" : "approval")} {one.Step}: {(isTask ? done ? "done" : "rejected" : done ? "yes" : "no")})",
            new Input.TaskDone(one.Run.Id, one.Id, Named(Colleague), done, filled));
    }

    private Input Act(Happening.AgentActs acts)
    {
        var agent = Named(acts.Agent);
        return acts.Act switch
        {
            AgentAct.Claims => new Input.AgentClaimed(agent),
            AgentAct.Says => new Input.AgentSaid(agent, acts.Text!),
            AgentAct.Notes => new Input.AgentNoted(agent, acts.Text!),
            AgentAct.Fills => new Input.AgentFilled(agent, HandedOver().Id, acts.Name!, acts.Text!),
            AgentAct.HandsBack => new Input.AgentResumed(agent, HandedOver().Id),
            AgentAct.Starts => new Input.AgentStarted(agent, new(acts.Name!)),
            AgentAct.Closes => new Input.AgentClosed(agent),
            AgentAct.Releases => new Input.AgentReleased(agent),
            _ => new Input.AgentTookOver(agent, new(acts.Name!)),
        };
    }

    private Run HandedOver() => stage.Seen.Conversation.Runs.LastOrDefault(run => run.Waiting is Waiting.HandedOver)
        ?? throw new InvalidOperationException("no procedure is with a person");

    private static Agent Named(string name) => new(new(name), name);

    private static string KindOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PNG" => "image/png",
        ".HEIC" => "image/heic",
        ".PDF" => "application/pdf",
        _ => "application/octet-stream",
    };
}
