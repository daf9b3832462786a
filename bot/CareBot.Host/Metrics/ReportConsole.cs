using Spectre.Console;

namespace CareBot.Host.Metrics;

/// <summary>Where reports for people are written.</summary>
internal static class ReportConsole
{
    /// <summary>The columns of a line that goes to a file or another program, where nothing needs to be wrapped.</summary>
    private const int FileWidth = 200;

    /// <summary>A terminal in its colours, and plain text for anything else or where NO_COLOR is set.</summary>
    public static IAnsiConsole On(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);

        // Left to itself, the library judges by the name of the terminal and writes control codes into files.
        var plain = !output.IsTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            Out = output,

            // On build servers it would write them in spite of what was just said.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = !plain },
        });
        if (!output.IsTerminal)
        {
            console.Profile.Width = FileWidth;
        }

        return console;
    }

    /// <summary>Text from outside without the codes that a terminal would obey.</summary>
    public static string Printable(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? '\uFFFD' : sign));
}
