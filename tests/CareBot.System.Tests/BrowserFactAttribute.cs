namespace CareBot.SystemTests;

/// <summary>A test in a real browser. On a machine without Chromium it is skipped and says so; on a build server it must run.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = $"There is no {Chromium}: install Chromium (Debian: apt-get install chromium) or name it in CAREBOT_CHROMIUM.";
        }
    }

    public static string Chromium => Environment.GetEnvironmentVariable("CAREBOT_CHROMIUM") ?? "/usr/bin/chromium";
}
