using System.CommandLine;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Host.Commands;

/// <summary>The procedure that a command line names.</summary>
internal static class NamedProcedure
{
    public static Argument<string> Argument() => new("id") { Description = "The id of a procedure", HelpName = "ID" };

    /// <summary>The language by its tag.</summary>
    public static Option<string> Language()
    {
        var language = new Option<string>("--language") { Description = "it or en (default: it)", HelpName = "it|en", DefaultValueFactory = _ => "it" };
        language.AcceptOnlyFromAmong("it", "en");
        return language;
    }

    /// <summary>Finds it among the procedures of a library, drafts included.</summary>
    /// <exception cref="WrongUsageException">There is none of that name that is in order.</exception>
    public static (ProcedureLibrary Library, Procedure Procedure) Find(CallSettings settings, string id)
    {
        var library = ProcedureLibrary.Read(settings.Library, last: null, settings.Today, published: null).WithDrafts();
        if (library.Book.Find(new(id)) is { } procedure)
        {
            return (library, procedure);
        }

        var known = library.Book.Current.Select(each => each.Id.Value).ToList();
        throw new WrongUsageException(
            library.Problems.FirstOrDefault(problem => problem.Path.StartsWith($"{ProcedureLibrary.FolderName}/{id}.yaml", StringComparison.Ordinal)) is { } problem
                ? $"{id} cannot be read: {problem.ToString().TrimEnd('.')}"
                : known.Count == 0
                    ? $"there is no procedure \"{id}\"; {settings.Library} has none"
                    : $"there is no procedure \"{id}\"{(EditDistance.Nearest(id, known) is { } nearest ? $"; did you mean {nearest}?" : ".")} There are: {string.Join(", ", known)}");
    }
}
