using System.CommandLine;
using CareBot.Knowledge.Procedures.Sheets;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure show</c>: a procedure for people.</summary>
internal static class ProcedureShowCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var format = new Option<string>("--format")
        {
            Description = "mermaid (the flowchart), markdown or html (flowchart, who does what, phone script; default: markdown)",
            HelpName = "mermaid|markdown|html",
            DefaultValueFactory = _ => "markdown",
        };
        format.AcceptOnlyFromAmong("mermaid", "markdown", "html");
        var language = NamedProcedure.Language();
        var id = NamedProcedure.Argument();
        var command = new Command(
            "show",
            """
            Print a procedure for people: its flowchart, who does what, and the script for the phone.

            Examples:
              carebot procedure show withdrawal
              carebot procedure show withdrawal --format html --language en > withdrawal.html
            """)
        {
            id,
            format,
            language,
        };
        command.SetAction(parsed =>
        {
            var (library, procedure) = NamedProcedure.Find(read(parsed), parsed.GetRequiredValue(id));
            var spoken = LanguageTags.FromTag(parsed.GetValue(language))!.Value;
            Console.Out.Write(parsed.GetValue(format) switch
            {
                "mermaid" => ProcedureSheet.Mermaid(procedure, library.Model, spoken),
                "html" => ProcedureSheet.Html(procedure, library.Model, spoken),
                _ => ProcedureSheet.Markdown(procedure, library.Model, spoken),
            });
            return CareBotCommand.Done;
        });
        return command;
    }
}
