using System.Globalization;
using CareBot.Host.Settings;

namespace CareBot.Host.Commands.TeamsApp;

/// <summary>What an app package says of the company and its service, checked against what Teams takes.</summary>
internal sealed record AppFacts
{
    private const int CompanyMax = 32;
    private const int NameMax = 30;

    /// <summary>The registration's, which is the app's as well.</summary>
    public required Guid AppId { get; init; }

    public required string Company { get; init; }

    /// <summary>What the app is called in a chat.</summary>
    public required string Name { get; init; }

    /// <summary>Where customers reach the service.</summary>
    public required Uri Website { get; init; }

    public required Uri Privacy { get; init; }

    public required Uri Terms { get; init; }

    public AppWords Italian => AppWords.Italian(Name, Company);

    public AppWords English => AppWords.English(Name, Company);

    /// <remarks>Longer texts are made of these and cannot be too long then.</remarks>
    /// <exception cref="StartRefusedException">Teams would not take it.</exception>
    public AppFacts Checked()
    {
        NotLonger(Company, CompanyMax, "the developer's name", "give a shorter one for this package with --Care:Company=\"…\"");
        NotLonger(Name, NameMax, "the app's name", "give a shorter one with --name \"…\"");
        foreach (var (address, setting) in new[] { (Website, "PublicBaseUrl"), (Privacy, "--privacy"), (Terms, "--terms") })
        {
            if (address.Scheme != Uri.UriSchemeHttps || address.IsLoopback)
            {
                throw new StartRefusedException(
                    $"{setting} \"{address}\" is not an address that Teams takes: it must begin with https:// and be reached by everyone.");
            }
        }

        return this;
    }

    private static void NotLonger(string text, int most, string what, string mend)
    {
        if (text.Length is 0 || text.Length > most)
        {
            throw new StartRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"Teams takes 1 to {most} characters as {what}, and \"{text}\" has {text.Length}: {mend}."));
        }
    }
}
