using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Host.Library;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library …</c></summary>
internal static class LibraryCommands
{
    public static Command Create() => new("library", "Work on the articles.")
    {
        Check(),
        LibraryEvalCommand.Create(),
        LibraryGapsCommand.Create(),
        LibraryImpactCommand.Create(),
    };

    private static Command Check()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "check",
            """
            Find what is wrong in the articles; the exit code is 1 when something must be mended.

            Examples:
              carebot library check
              carebot library check --library ./my-articles --json
            """)
        {
            json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = LibraryLocation.Resolve(parsed.GetValue(CareBotCommand.Library));
            var library = Knowledge.Reading.Library.Read(folder, last: null, cancellation);
            var problems = LibraryCheck.Run(library);
            Write(library, problems, parsed.GetValue(json));
            return Task.FromResult(
                problems.Any(problem => problem.Severity == Severity.Error) ? CareBotCommand.ProblemsFound : CareBotCommand.Done);
        });
        return command;
    }

    private static void Write(Knowledge.Reading.Library library, IReadOnlyList<Problem> problems, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new CheckedLibrary(library.Folder, library.Articles.Count, problems), CommandJson.Default.CheckedLibrary));
            return;
        }

        foreach (var problem in problems)
        {
            Console.Out.WriteLine(problem);
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        Console.Error.WriteLine(
            $"{library.Articles.Count} articles, {errors} {(errors == 1 ? "error" : "errors")}, {problems.Count - errors} warnings");
    }
}

/// <summary>What <c>library check --json</c> prints.</summary>
internal sealed record CheckedLibrary(string Library, int Articles, IReadOnlyList<Problem> Problems);

/// <summary>The JSON of commands: camel case, for people and scripts alike.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckedLibrary))]
[JsonSerializable(typeof(AskedQuestion))]
internal sealed partial class CommandJson : JsonSerializerContext;
