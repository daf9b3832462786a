using CareBot.Host.Channels.Connector.Teams;

namespace CareBot.Host.Channels.Connector;

/// <summary>Answers invokes: what a channel asks and waits for, such as a pressed button of a card.</summary>
internal sealed class Invokes(CardActions cards, HandoffForm handoff)
{
    /// <returns>What the channel shows; 501 for what this bot does not do.</returns>
    public async Task<IResult> AnswerAsync(ReceivedInput invoke, CancellationToken cancellation) => invoke.Activity.Name switch
    {
        CardActions.Invoke => await cards.TakeAsync(invoke, cancellation),
        "task/fetch" => handoff.Show(invoke),
        "task/submit" => await handoff.TakeAsync(invoke, cancellation),
        _ => TypedResults.StatusCode(StatusCodes.Status501NotImplemented),
    };
}
