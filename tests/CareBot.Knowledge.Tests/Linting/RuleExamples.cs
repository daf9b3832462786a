using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

/// <summary>A library with a problem, and the nearest one without it.</summary>
internal sealed record RuleExample(Action<LibraryFolderOnDisk> Wrong, Action<LibraryFolderOnDisk> Right)
{
    /// <summary>What has been published of procedures before; null when nothing has.</summary>
    public PublishedVersions? Versions { get; init; }
}

/// <summary>An example of both for every code that a check can print. What exactly is printed, and where, the tests of each rule say.</summary>
internal static class RuleExamples
{
    private const string Top = "---\nid: a\ntitle: A question\n";

    private const string Text =
        "You can bring anything back to our stores within thirty days. Keep the receipt and the box. We refund the price to the "
        + "card that you paid with, and a colleague helps you to choose something else if you like.";

    private const string Hard =
        "Notwithstanding the aforementioned contractual stipulations, the exercise of the discretionary cancellation entitlement "
        + "presupposes contemporaneous notification in writing to the commercial intermediary, accompanied by unequivocal identification "
        + "of the previously commissioned merchandise, it being understood that non-compliance with procedural requirements necessarily "
        + "precipitates irrevocable forfeiture of the corresponding reimbursement prerogatives and associated compensatory remedies.";

    private const string Law = "- phrases: {en: [two months of discovering]}\n  valid_to: 2021-12-31\n  instead: no term\n";

    public static IReadOnlyDictionary<string, RuleExample> ByCode { get; } = new Dictionary<string, RuleExample>(ProcedureRuleExamples.ByCode)
    {
        ["CB001"] = new(folder => Directory.Delete(folder.Path), folder => Directory.CreateDirectory(folder.Path)),
        ["CB002"] = new(
            folder => File.CreateSymbolicLink(Path.Combine(folder.Path, "a.md"), Path.Combine(folder.Path, "nothing.md")),
            folder => File.CreateSymbolicLink(Path.Combine(folder.Path, "a.md"), folder.Write("b.md", Top + "---\nText.\n"))),
        ["CB003"] = Article(Top + "---\n" + new string('x', ArticleFile.BytesMax), Top + "---\nText.\n"),
        ["CB004"] = new(
            folder => File.WriteAllBytes(folder.Write("en/a.md", ""), [.. "---\nid: a\ntitle: T\n---\n"u8, 0xE8]),
            folder => File.WriteAllBytes(folder.Write("en/a.md", ""), [.. "---\nid: a\ntitle: T\n---\nè"u8])),
        ["CB005"] = new(folder => Files(folder, Library.FilesMax + 1), folder => Files(folder, 1)),

        ["CB101"] = Article("id: a\n\nText.\n", Top + "---\nText.\n"),
        ["CB102"] = Article(Top + "\nText.\n", Top + "---\nText.\n"),
        ["CB103"] = Article("---\nid: a\ntitle: 'A question\n---\nText.\n", "---\nid: a\ntitle: 'A question'\n---\nText.\n"),
        ["CB104"] = Article(Top + "topic: &t orders\n---\nText.\n", Top + "topic: 't&t'\n---\nText.\n"),
        ["CB105"] = Article(Top + "keyword: [x]\n---\nText.\n", Top + "keywords: [x]\n---\nText.\n"),
        ["CB106"] = Article(Top + "title: Again\n---\nText.\n", Top + "topic: Again\n---\nText.\n"),
        ["CB107"] = Article(Top + "topic: 2026\n---\nText.\n", Top + "topic: '2026'\n---\nText.\n"),
        ["CB108"] = Article(Top + "kind: faqs\n---\nText.\n", Top + "kind: faq\n---\nText.\n"),
        ["CB109"] = Article("---\nid: a\n---\nText.\n", Top + "---\nText.\n"),
        ["CB110"] = Article(Top + "lang: it\n---\nText.\n", Top + "lang: en\n---\nText.\n"),
        ["CB111"] = Article(
            Top + "valid_from: 2026-02-01\nvalid_to: 2026-01-31\n---\nText.\n", Top + "valid_from: 2026-02-01\nvalid_to: 2026-02-01\n---\nText.\n"),

        ["CB201"] = Beside(("en/a.md", "a", "Text."), ("en/b.md", "a", "Other."), ("it/b.md", "a", "Altro.")),
        ["CB202"] = Field("related: [b]", "related: [a]"),
        ["CB203"] = Beside(("en/a.md", "a", "Text."), ("it/b.md", "b", "Testo."), ("it/a.md", "a", "Testo.")),
        ["CB204"] = Field("reviewed: 2026-11-13\nreview_in: 10d", "reviewed: 2026-11-14\nreview_in: 10d"),
        ["CB205"] = Beside(("en/a.md", "a", Text), ("en/b.md", "b", Text), ("it/b.md", "b", Text)),
        ["CB206"] = Beside(("en/a.md", "a", Text), ("en/b.md", "b", Text + " Bye."), ("en/b.md", "b", "A gift card never expires.")),
        ["CB207"] = Beside(
            ("en/a.md", "a", "You can return online purchases within 14 days."),
            ("en/b.md", "b", "You can return online purchases within 30 days."),
            ("en/b.md", "b", "You can return online purchases within fourteen days.")),
        ["CB208"] = Phrasing("how long do refunds take", "track my parcel"),
        ["CB209"] = Phrasing("how long do refunds take", "track my parcel"),
        ["CB210"] = Phrasing("how long do refunds take", "track my parcel"),
        ["CB211"] = Field("kind: script", "kind: script\nkeywords: [call]"),
        ["CB212"] = Beside(("en/a.md", "a", "Within 14 days."), ("it/a.md", "a", "Entro 15 giorni."), ("it/a.md", "a", "Entro quattordici giorni.")),

        ["CB301"] = Article(Top + "---\n\n  \n", Top + "---\n\n .\n"),
        ["CB302"] = Body("[it](../../secret.md)", "[it](a.md)"),
        ["CB303"] = Body("[it](missing.md)", "[it](a.md)"),
        ["CB304"] = Body("[it](javascript:alert%281%29)", "[it](mailto:a@b.example)"),
        ["CB305"] = Body("[it](#the-end)\n\n## The start", "[it](#the-start)\n\n## The start"),
        ["CB306"] = Body(Hard, Text + " " + Text),
        ["CB307"] = Reply("Hello {{customer_nome}}.", "Hello {{customer_name}}."),
        ["CB308"] = Reply("Hello {customer_name}.", "Hello {{customer_name}}."),
        ["CB309"] = Body("Hello {{customer_name}}.", "Hello."),
        ["CB310"] = Rules("style.yaml", "en: [{phrase: text, instead: words}]", "en: [{phrase: texts, instead: words}]"),
        ["CB311"] = new(
            folder => WithLaw(folder, "Tell us within two months of discovering it."),
            folder => WithLaw(folder, "Tell us.")),

        ["CB401"] = Rules("style.yaml", "en: 'a\n", "en: []\n"),
        ["CB402"] = Rules("synonyms.yaml", "fr: []\n", "en: []\n"),
        ["CB403"] = Rules("law-rules.yaml", "- instead: no term\n", Law),
        ["CB404"] = Rules("synonyms.yaml", "en:\n  - same: [question, matter, question]\n", "en:\n  - same: [question, matter]\n"),
        ["CB405"] = Rules("synonyms.yaml", "en:\n  - from: [as of]\n    to: [question]\n", "en:\n  - from: [matter]\n    to: [question]\n"),
        ["CB406"] = Rules("synonyms.yaml", "en:\n  - from: [matter]\n    to: [parcel]\n", "en:\n  - from: [matter]\n    to: [question]\n"),
    };

    private static RuleExample Article(string wrong, string right) =>
        new(folder => folder.Write("en/a.md", wrong), folder => folder.Write("en/a.md", right));

    private static RuleExample Field(string wrong, string right) => Article($"{Top}{wrong}\n---\nText.\n", $"{Top}{right}\n---\nText.\n");

    private static RuleExample Body(string wrong, string right) => Article($"{Top}---\n{wrong}\n", $"{Top}---\n{right}\n");

    private static RuleExample Reply(string wrong, string right) =>
        Article($"{Top}kind: reply\n---\n{wrong}\n", $"{Top}kind: reply\n---\n{right}\n");

    private static RuleExample Rules(string name, string wrong, string right) =>
        new(folder => WithRules(folder, name, wrong), folder => WithRules(folder, name, right));

    /// <summary>An article beside which another is wrong, and beside which one is right.</summary>
    private static RuleExample Beside(
        (string Path, string Id, string Body) first, (string Path, string Id, string Body) wrong, (string Path, string Id, string Body) right) =>
        new(folder => Write(folder, first, wrong), folder => Write(folder, first, right));

    private static RuleExample Phrasing(string wrong, string right) =>
        new(folder => WithPhrasing(folder, wrong), folder => WithPhrasing(folder, right));

    private static void Files(LibraryFolderOnDisk folder, int count)
    {
        var path = folder.Path;
        Parallel.For(0, count, at => File.WriteAllText(Path.Combine(path, $"{at}.md"), ""));
    }

    private static void Write(LibraryFolderOnDisk folder, params (string Path, string Id, string Body)[] articles)
    {
        foreach (var (path, id, body) in articles)
        {
            folder.Write(path, id, $"About {path}", body);
        }
    }

    private static void WithPhrasing(LibraryFolderOnDisk folder, string phrasing)
    {
        folder.Write("en/refund.md", "refund", "When do I get my refund?", "Within days.", "questions: [how long do refunds take, how long does a refund take]");
        folder.Write("en/parcel.md", "parcel", "Where is my parcel?", "The courier brings it.", $"questions: [{phrasing}]");
    }

    private static void WithLaw(LibraryFolderOnDisk folder, string body)
    {
        folder.Write("law-rules.yaml", Law);
        folder.Write("en/a.md", "a", "Defects", body);
    }

    private static void WithRules(LibraryFolderOnDisk folder, string name, string rules)
    {
        folder.Write(name, rules);
        folder.Write("en/a.md", "a", "A question", "Text.");
    }
}
