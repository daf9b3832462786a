namespace CareBot.Knowledge.Reading;

/// <summary>The fields of one article, each read once and checked; what is wrong goes to the list of problems.</summary>
internal sealed class ArticleFields
{
    /// <summary>The characters of one value: far above a sentence, far below an article.</summary>
    private const int TextLengthMax = 500;

    /// <summary>The values of one list.</summary>
    private const int ItemsMax = 2_000;

    private static readonly string[] Keys =
    [
        "id", "lang", "kind", "title", "questions", "keywords", "notes", "topic", "audience", "channels", "status", "owner",
        "reviewed", "review_in", "valid_from", "valid_to", "law", "related", "procedure", "escalate",
    ];

    private static readonly string[] ChannelNames = ["web", "teams", "phone", "email"];

    private readonly string path;
    private readonly Dictionary<string, Field> fields;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, IReadOnlyList<Spot>> itemsAt = new(StringComparer.Ordinal);

    public ArticleFields(string path, IReadOnlyList<Field> fields, List<Problem> problems)
    {
        this.path = path;
        this.problems = problems;
        this.fields = fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
        foreach (var field in fields.Where(field => !Keys.Contains(field.Key)))
        {
            problems.Add(Problems.UnknownKey(field.At, field.Key, EditDistance.Nearest(field.Key, Keys)));
        }

        Related = [.. Items("related", IsIdOrRefused).Select(item => new RelatedId(item.At, new(item.Value)))];
    }

    public IReadOnlyList<RelatedId> Related { get; }

    public Spot At(string key) => fields.TryGetValue(key, out var field) ? field.At : Spot.StartOf(path);

    public Spot ValueAt(string key) => fields[key].Value.At;

    /// <summary>Where the fields stand that rules speak of. Ask for it when they have been read.</summary>
    public Places Places(int bodyLine) => new(
        fields.TryGetValue("title", out var title) ? title.Value.At : Spot.StartOf(path),
        itemsAt.GetValueOrDefault("questions", []),
        fields.TryGetValue("reviewed", out var reviewed) ? reviewed.Value.At : Spot.StartOf(path),
        bodyLine);

    public void Refuse(Problem problem) => problems.Add(problem);

    public string? Text(string key) => Single(key, "text in one line")?.Value;

    public string RequiredText(string key)
    {
        RefuseAbsent(key);
        return Text(key) ?? "";
    }

    public string? Id(string key)
    {
        RefuseAbsent(key);
        return Single(key, "text") is { } value && IsIdOrRefused(key, value) ? value.Value : null;
    }

    /// <summary>The language that the file names or, failing that, its folder.</summary>
    public Language Language()
    {
        var folder = LanguageTags.FromTag(path.Split('/') is ["it" or "en", _, ..] parts ? parts[0] : null);
        if (!fields.ContainsKey("lang") && folder is { } only)
        {
            return only;
        }

        RefuseAbsent("lang");
        if (Single("lang", "it or en") is not { } value)
        {
            return default;
        }

        var written = value.Value is "it" or "en" ? LanguageTags.FromTag(value.Value) : null;
        if (written is null)
        {
            Refuse(Problems.WrongValue(value.At, "lang", "it or en"));
        }
        else if (folder is { } lies && lies != written)
        {
            Refuse(Problems.WrongFolder(value.At, written.Value, lies));
        }

        return written ?? default;
    }

    public T OneOf<T>(string key, T otherwise)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        var allowed = string.Join(", ", names);
        if (Single(key, $"one of {allowed}") is not { } value)
        {
            return otherwise;
        }

        var index = names.IndexOf(value.Value);
        if (index < 0)
        {
            Refuse(Problems.WrongValue(value.At, key, $"one of {allowed}"));
            return otherwise;
        }

        return Enum.GetValues<T>()[index];
    }

    public DateOnly? Date(string key)
    {
        const string Expected = "a day written like 2026-11-16";
        if (Single(key, Expected) is not { } value)
        {
            return null;
        }

        var date = Written.Date(value.Value);
        if (date is null)
        {
            Refuse(Problems.WrongValue(value.At, key, Expected));
        }

        return date;
    }

    public string? ReviewPeriod(string key)
    {
        const string Expected = "a period written like 90d, 2w, 6m or 1y";
        if (Single(key, Expected) is { } value && !Written.IsReviewPeriod(value.Value))
        {
            Refuse(Problems.WrongValue(value.At, key, Expected));
            return null;
        }

        return fields.ContainsKey(key) ? Text(key) : null;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var items = Items(key, (_, _) => true);
        itemsAt[key] = [.. items.Select(item => item.At)];
        return [.. items.Select(item => item.Value)];
    }

    public IReadOnlyList<string> Channels() => [.. Items("channels", IsChannelOrRefused).Select(item => item.Value)];

    private bool IsChannelOrRefused(string key, FieldValue.Text item) =>
        ChannelNames.Contains(item.Value)
        || Refused(Problems.WrongValue(item.At, key, $"a list out of {string.Join(", ", ChannelNames)}"));

    private bool IsIdOrRefused(string key, FieldValue.Text item) =>
        Written.IsId(item.Value)
        || Refused(Problems.WrongValue(item.At, key, "made of letters A to Z, digits, dots, hyphens and underscores"));

    private FieldValue.Text? Single(string key, string expected)
    {
        if (!fields.TryGetValue(key, out var field))
        {
            return null;
        }

        return Checked(key, field.Value, expected);
    }

    private IReadOnlyList<FieldValue.Text> Items(string key, Func<string, FieldValue.Text, bool> accept)
    {
        if (!fields.TryGetValue(key, out var field))
        {
            return [];
        }

        if (field.Value is not FieldValue.List { Items: var items })
        {
            Refuse(Problems.WrongType(field.Value.At, key, "a list, each value on a line of its own after `- `"));
            return [];
        }

        if (items.Count > ItemsMax)
        {
            Refuse(Problems.WrongValue(field.Value.At, key, $"a list of at most {ItemsMax} values"));
            return [];
        }

        return
        [
            .. items
                .Select(item => Checked(key, item, "a list of texts; put quotes round numbers and words such as true"))
                .OfType<FieldValue.Text>()
                .Where(item => accept(key, item)),
        ];
    }

    private FieldValue.Text? Checked(string key, FieldValue value, string expected)
    {
        if (value is not FieldValue.Text { IsText: true } text)
        {
            Refuse(Problems.WrongType(value.At, key, expected));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value) || text.Value.Contains('\n', StringComparison.Ordinal) || text.Value.Length > TextLengthMax)
        {
            Refuse(Problems.WrongValue(text.At, key, $"text in one line of 1 to {TextLengthMax} characters"));
            return null;
        }

        return text;
    }

    private void RefuseAbsent(string key)
    {
        if (!fields.ContainsKey(key))
        {
            Refuse(Problems.MissingField(path, key));
        }
    }

    private bool Refused(Problem problem)
    {
        Refuse(problem);
        return false;
    }
}
