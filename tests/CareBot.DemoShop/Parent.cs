namespace CareBot.DemoShop;

/// <summary>Ends the shop when whoever started it is gone, however that ended.</summary>
internal static class Parent
{
    public static void StopWithParent(this WebApplication app, bool isWanted)
    {
        if (isWanted)
        {
            // Standard input is a pipe from the parent: it closes when that dies.
            _ = Task.Run(async () =>
            {
                while (await Console.In.ReadLineAsync() is not null)
                {
                    // Nothing is said there.
                }

                app.Lifetime.StopApplication();
            });
        }
    }
}
