using System.Collections.Immutable;
using System.Globalization;
using CareBot.Knowledge.Reading;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>The other systems that procedures may ask, out of <c>connectors.yaml</c>.</summary>
public sealed record Connectors
{
    /// <summary>The file's name in the library's folder.</summary>
    public const string FileName = "connectors.yaml";

    /// <summary>The longest that one call may take.</summary>
    public static readonly TimeSpan TimeoutMax = TimeSpan.FromSeconds(60);

    /// <summary>The times that a failed call may be tried again.</summary>
    public const int RetriesMax = 10;

    internal static readonly string[] Keys = ["base_url", "secret", "timeout", "retries", "actions"];

    internal static readonly string[] ActionKeys = ["method", "path", "writes", "errors", "answer"];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>No other systems.</summary>
    public static Connectors None { get; } = new();

    /// <summary>Each action by its full name, such as <c>orders.get</c>; those of our own too.</summary>
    public ImmutableSortedDictionary<string, ConnectorAction> Actions { get; init; } = OwnActions.All;

    /// <summary>Reads the file of a library's folder.</summary>
    /// <param name="folder">The library's.</param>
    /// <param name="last">What served until now: it goes on serving where something is wrong in the file. Null at the first reading.</param>
    internal static (Connectors Connectors, IReadOnlyList<Problem> Problems) Read(string folder, Connectors? last)
    {
        var file = RuleFile.Open(folder, FileName);
        var actions = OwnActions.All.ToBuilder();
        foreach (var (name, at, node) in file.Named(file.Root, "the file"))
        {
            ReadOne(file, name, at, node, actions);
        }

        return (file.Problems.Count > 0 ? last ?? None : new() { Actions = actions.ToImmutable() }, file.Problems);
    }

    private static void ReadOne(
        RuleFile file, string name, YamlNode at, YamlNode node, ImmutableSortedDictionary<string, ConnectorAction>.Builder actions)
    {
        if (name == OwnActions.System)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(at), $"`{name}`", "called otherwise: that is the service itself, whose actions need no address"));
            return;
        }

        var fields = file.Fields(node, $"`{name}`", Keys);
        var address = file.Text(fields, "base_url", at);
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["base_url"]), "`base_url`", "an address that begins with https:// (or http:// on this machine)"));
            address = null;
        }

        var timeout = Number(file, fields, "timeout", 5, (int)TimeoutMax.TotalSeconds);
        var retries = Number(file, fields, "retries", 3, RetriesMax);
        var secret = fields.TryGetValue("secret", out var written) ? file.Text(written, "secret") : null;
        foreach (var (action, actionAt, value) in file.Named(fields.GetValueOrDefault("actions"), "`actions`"))
        {
            var inner = file.Fields(value, $"`{action}`", ActionKeys);
            var method = ProcedureReader.OneOf(file, inner, "method", Methods) ?? "GET";
            if (file.Text(inner, "path", actionAt) is { } path && address is not null)
            {
                actions[$"{name}.{action}"] = new()
                {
                    Name = $"{name}.{action}",
                    Address = new Uri(address.TrimEnd('/') + "/"),
                    Path = path.TrimStart('/'),
                    Method = method,
                    Writes = inner.ContainsKey("writes") ? SlotReader.Truth(file, inner, "writes") : method != "GET",
                    Secret = secret,
                    Timeout = TimeSpan.FromSeconds(timeout),
                    Retries = retries,
                    Errors = Errors(file, inner.GetValueOrDefault("errors")),
                    Answer = Texts(file, inner.GetValueOrDefault("answer"), "`answer`"),
                };
            }
        }
    }

    private static ImmutableDictionary<int, string> Errors(RuleFile file, YamlNode? node)
    {
        var errors = ImmutableDictionary.CreateBuilder<int, string>();
        foreach (var (status, at, value) in file.Named(node, "`errors`"))
        {
            if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and < 600)
            {
                if (file.Text(value, status) is { } error)
                {
                    errors[code] = error;
                }
            }
            else
            {
                file.Refuse(Reading.Problems.RulesWrongValue(file.At(at), "an error", "an HTTP status from 400, such as `404: not_found`"));
            }
        }

        return errors.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Texts(RuleFile file, YamlNode? node, string what) => file.Named(node, what)
        .Select(each => (each.Key, Text: file.Text(each.Value, each.Key)))
        .Where(each => each.Text is not null)
        .ToImmutableSortedDictionary(each => each.Key, each => each.Text!, StringComparer.Ordinal);

    private static int Number(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, int usual, int max)
    {
        if (!fields.TryGetValue(key, out var node) || file.Text(node, key) is not { } written)
        {
            return usual;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max)
        {
            return number;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), $"`{key}`", $"a whole number up to {max}"));
        return usual;
    }
}

/// <summary>Something that another system can be asked, over HTTP with JSON.</summary>
public sealed record ConnectorAction
{
    /// <summary>Its full name, such as <c>orders.get</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the system is; ends with a slash.</summary>
    public required Uri Address { get; init; }

    /// <summary>The path below it; <c>{id}</c> stands for a value that is told.</summary>
    public required string Path { get; init; }

    /// <summary>The method of HTTP.</summary>
    public required string Method { get; init; }

    /// <summary>Whether it changes something there: then the key of the call goes with it, and a repetition is told by it.</summary>
    public required bool Writes { get; init; }

    /// <summary>The name of the secret that calls are signed with; null when they are not.</summary>
    public string? Secret { get; init; }

    /// <summary>The longest that one call may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The times that a failed call is tried again.</summary>
    public required int Retries { get; init; }

    /// <summary>What procedures call an answer of a status.</summary>
    public ImmutableDictionary<int, string> Errors { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Where in the answer each field is found, such as <c>total: amounts.gross</c>; empty takes the answer as it is.</summary>
    public ImmutableSortedDictionary<string, string> Answer { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
