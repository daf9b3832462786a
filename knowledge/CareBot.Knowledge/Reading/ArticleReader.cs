using CareBot.Answers;

namespace CareBot.Knowledge.Reading;

/// <summary>Makes an article of a file's text, or says why not.</summary>
/// <remarks><c>knowledge/content/article.schema.json</c> tells editors the same rules; a test holds the two together.</remarks>
internal static class ArticleReader
{
    public static ReadText Read(SourceText source)
    {
        var problems = new List<Problem>();
        if (FrontMatter.Read(source, problems) is not { } front)
        {
            return new(null, problems, Spot.StartOf(source.Path), [], [], Places.None);
        }

        var fields = new ArticleFields(source.Path, front.Fields, problems);
        var body = source.Text[front.BodyOffset..].ReplaceLineEndings("\n").Trim('\n');
        if (string.IsNullOrWhiteSpace(body))
        {
            problems.Add(Problems.EmptyBody(source.At(front.BodyOffset)));
        }

        var links = BodyLinks.Find(source, front.BodyOffset, problems);
        var article = Compose(fields, source.Path, body);
        return new(
            problems.Count == 0 ? article : null,
            problems,
            fields.At("id"),
            links,
            fields.Related,
            fields.Places(BodyLine(source, front.BodyOffset)));
    }

    // The body begins at the first line that is not empty, as it is trimmed.
    private static int BodyLine(SourceText source, int offset)
    {
        while (offset < source.Text.Length && source.Text[offset] is '\n' or '\r')
        {
            offset++;
        }

        return source.At(offset).Line;
    }

    private static Article Compose(ArticleFields fields, string path, string body)
    {
        var from = fields.Date("valid_from");
        var to = fields.Date("valid_to");
        if (to < from)
        {
            fields.Refuse(Problems.EndsBeforeItBegins(fields.ValueAt("valid_to")));
        }

        return new()
        {
            Id = new(fields.Id("id") ?? ""),
            Language = fields.Language(),
            Kind = fields.OneOf("kind", ArticleKind.Faq),
            Title = fields.RequiredText("title"),
            Body = body,
            Path = path,
            Questions = fields.Texts("questions"),
            Keywords = fields.Texts("keywords"),
            Notes = fields.Texts("notes"),
            Topic = fields.Text("topic") ?? "",
            Audience = fields.OneOf("audience", Audience.Public),
            Channels = fields.Channels(),
            Status = fields.OneOf("status", ArticleStatus.Published),
            Owner = fields.Text("owner") ?? "",
            Reviewed = fields.Date("reviewed"),
            ReviewIn = fields.ReviewPeriod("review_in"),
            ValidFrom = from,
            ValidTo = to,
            Law = fields.Texts("law"),
            Related = [.. fields.Related.Select(related => related.Id)],
            Procedure = fields.Text("procedure"),
            Escalate = fields.OneOf("escalate", Escalate.Never),
        };
    }
}

/// <summary>What a text was read to.</summary>
/// <param name="Article">Null when there is a problem.</param>
/// <param name="Problems">Why it is refused.</param>
/// <param name="IdAt">Where the id stands.</param>
/// <param name="Links">The links to files, which only the folder can confirm.</param>
/// <param name="Related">The ids of other articles, which only the library can confirm.</param>
/// <param name="Places">Where the fields stand that rules speak of.</param>
internal sealed record ReadText(
    Article? Article,
    IReadOnlyList<Problem> Problems,
    Spot IdAt,
    IReadOnlyList<FileLink> Links,
    IReadOnlyList<RelatedId> Related,
    Places Places);

/// <summary>Where in a file an article's parts stand.</summary>
/// <param name="Title">The value of the title.</param>
/// <param name="Questions">Each phrasing, in the article's order.</param>
/// <param name="Reviewed">The day of the review, or the start of the file.</param>
/// <param name="BodyLine">The line on which the article's body begins.</param>
internal sealed record Places(Spot Title, IReadOnlyList<Spot> Questions, Spot Reviewed, int BodyLine)
{
    public static Places None { get; } = new(default, [], default, 1);
}

/// <summary>A link to a file of the library, or to a place in one.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Target">As it is written.</param>
/// <param name="Path">The file it resolves to, relative to the library's folder.</param>
/// <param name="Anchor">The heading it means, as in an address after <c>#</c>; null when it means the file.</param>
internal sealed record FileLink(Spot At, string Target, string Path, string? Anchor);

/// <summary>Another article's id under <c>related</c>.</summary>
internal sealed record RelatedId(Spot At, ArticleId Id);
