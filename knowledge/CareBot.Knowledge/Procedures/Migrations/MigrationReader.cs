using System.Globalization;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures.Migrations;

/// <summary>Reads how runs of one version of a procedure go on in a later one, out of <c>NAME/migrations/*.yaml</c>.</summary>
internal static class MigrationReader
{
    /// <summary>The folder beside a procedure that plans lie in. They are no part of a version: one may come long after it.</summary>
    private const string FolderName = "migrations";

    /// <summary>The plans of one procedure.</summary>
    private const int PlansMax = 100;

    public static readonly string[] Keys = ["from", "to", "why", "steps", "values", "approved_by", "review"];

    public static readonly string[] ReviewKeys = ["begun_before", "queue"];

    /// <summary>Reads the plans of a procedure.</summary>
    /// <param name="folder">The procedures' folder.</param>
    /// <param name="name">The procedure's name.</param>
    public static (IReadOnlyList<ReadMigration> Plans, IReadOnlyList<Problem> Problems) Read(string folder, string name)
    {
        var beside = Path.Combine(folder, name, FolderName);
        if (!Directory.Exists(beside))
        {
            return ([], []);
        }

        var files = Directory.EnumerateFiles(beside, "*.yaml").Order(StringComparer.Ordinal).Take(PlansMax)
            .Select(path => RuleFile.Open(folder, $"{name}/{FolderName}/{Path.GetFileName(path)}"))
            .ToList();
        var plans = files.Select(file => Read(file, name)).OfType<ReadMigration>().ToList();
        return (plans, [.. files.SelectMany(file => file.Problems)]);
    }

    private static ReadMigration? Read(RuleFile file, string name)
    {
        if (file.Root is not { } root)
        {
            return null;
        }

        var fields = file.Fields(root, "the file", Keys);
        var places = fields.ToDictionary(field => field.Key, field => file.At(field.Value), StringComparer.Ordinal);
        var (from, to) = (Version(file, fields, "from", root), Version(file, fields, "to", root));
        if (from >= to)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["to"]), "`to`", "a later version than `from`"));
        }

        var why = MessageReader.Words(file, fields, "why", root);
        var steps = Named(file, fields, "steps", places)
            .Select(each => (each.Key, To: file.Text(each.Value, each.Key)))
            .Where(each => each.To is not null)
            .ToDictionary(each => each.Key, each => each.To!, StringComparer.Ordinal);
        var values = Named(file, fields, "values", places)
            .Select(each => (each.Key, Formula: FormulaReader.Read(file, each.Value, each.Key)))
            .Where(each => each.Formula is not null)
            .ToDictionary(each => each.Key, each => each.Formula!, StringComparer.Ordinal);
        var approved = file.Items(fields.GetValueOrDefault("approved_by"), "`approved_by`").Select(item => file.Text(item, "a name")).OfType<string>().ToList();
        var review = Review(file, fields.GetValueOrDefault("review"), places);
        return file.Problems.Count > 0 ? null : new(
            new()
            {
                Procedure = new(name),
                From = from!.Value,
                To = to!.Value,
                Why = why!,
                Steps = steps,
                Values = values,
                ApprovedBy = approved,
                Review = review,
            },
            file,
            places);
    }

    private static IReadOnlyList<(string Key, YamlNode At, YamlNode Value)> Named(
        RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, Dictionary<string, Spot> places)
    {
        var named = file.Named(fields.GetValueOrDefault(key), $"`{key}`");
        foreach (var (name, at, _) in named)
        {
            places[$"{key}/{name}"] = file.At(at);
        }

        return named;
    }

    private static MigrationReview? Review(RuleFile file, YamlNode? node, Dictionary<string, Spot> places)
    {
        if (node is null)
        {
            return null;
        }

        var fields = file.Fields(node, "`review`", ReviewKeys);
        var (before, queue) = (file.Text(fields, "begun_before", node), file.Text(fields, "queue", node));
        if (before is null || queue is null)
        {
            return null;
        }

        places["review/queue"] = file.At(fields["queue"]);
        if (Written.Date(before) is { } day)
        {
            return new(day, queue);
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["begun_before"]), "`begun_before`", "a day written like 2026-12-24"));
        return null;
    }

    private static int? Version(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode root)
    {
        if (file.Text(fields, key, root) is not { } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
        {
            return version;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields[key]), $"`{key}`", "a whole number from 1"));
        return null;
    }
}
