namespace CareBot.Host.Tests.Actions;

/// <summary>What the service does by itself is waited for, and not for ever.</summary>
internal static class Waits
{
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
