using System.Runtime.CompilerServices;

namespace CareBot.Host.Tests;

/// <summary>Every service in memory would watch its settings and pages; a machine has 128 such watchers, for all processes together.</summary>
internal static class Watchers
{
#pragma warning disable CA2255 // It must be set before the first service is built, whichever test that is.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void PollInstead() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
