namespace CareBot.Knowledge.Reading;

/// <summary>Every problem there is, with its code: the one table of them. A code is never given a new meaning.</summary>
internal static class Problems
{
    // CB0nn: the file

    public static Problem FolderMissing(string folder) =>
        Error("CB001", Spot.StartOf(folder), "the library's folder does not exist; create it or correct the setting.");

    public static Problem Unreadable(string path, string why) =>
        Error("CB002", Spot.StartOf(path), $"the file cannot be read: {why}");

    public static Problem TooLarge(string path, long bytes, int bytesMax) =>
        Error("CB003", Spot.StartOf(path), $"the file has {bytes} bytes and may have {bytesMax}; split the article.");

    public static Problem NotUtf8(Spot at) =>
        Error("CB004", at, "this is not UTF-8; save the file again with the encoding UTF-8.");

    public static Problem TooManyFiles(string folder, int filesMax) =>
        Error("CB005", Spot.StartOf(folder), $"the library has more than {filesMax} files; those after the first {filesMax} are not read.");

    // CB1nn: its front matter

    public static Problem NoFrontMatter(string path) =>
        Error("CB101", Spot.StartOf(path), "the file does not begin with front matter; put a line `---` first, then `id:` and `title:`, then `---`.");

    public static Problem UnfinishedFrontMatter(string path) =>
        Error("CB102", Spot.StartOf(path), "the front matter has no end; put a line `---` after its last field.");

    public static Problem YamlSyntax(Spot at, string why) =>
        Error("CB103", at, $"the front matter is not valid YAML: {why}");

    public static Problem YamlFeature(Spot at, string feature) =>
        Error("CB104", at, $"{feature} are not used in front matter; write the value itself.");

    public static Problem UnknownKey(Spot at, string key, string? nearest) =>
        Error("CB105", at, nearest is null ? $"there is no field `{key}`; remove it." : $"there is no field `{key}`; did you mean `{nearest}`?");

    public static Problem DuplicateKey(Spot at, string key) =>
        Error("CB106", at, $"`{key}` is given twice; keep one.");

    public static Problem WrongType(Spot at, string key, string expected) =>
        Error("CB107", at, $"`{key}` must be {expected}.");

    public static Problem WrongValue(Spot at, string key, string expected) =>
        Error("CB108", at, $"`{key}` must be {expected}.");

    public static Problem MissingField(string path, string key) =>
        Error("CB109", Spot.StartOf(path), $"`{key}` is missing; add it to the front matter.");

    public static Problem WrongFolder(Spot at, Language written, Language folder) =>
        Error("CB110", at, $"`lang` is {written.Tag()} but the file lies in the folder {folder.Tag()}; change the one or move the other.");

    public static Problem EndsBeforeItBegins(Spot at) =>
        Error("CB111", at, "`valid_to` is before `valid_from`; swap or correct the dates.");

    // CB2nn: the library as a whole

    public static Problem DuplicateId(Spot at, string id, string keptPath) =>
        Error("CB201", at, $"the id `{id}` is taken by {keptPath} in the same language; give this article another id.");

    public static Problem RelatedUnknown(Spot at, string id) =>
        Warning("CB202", at, $"`related` names `{id}`, and there is no such article; correct or remove it.");

    public static Problem LanguageMissing(Spot at, string id, Language missing) =>
        Warning("CB203", at, $"`{id}` is not written in {missing.Tag()}; customers of that language are not given this answer.");

    // CB3nn: the text

    public static Problem EmptyBody(Spot at) =>
        Error("CB301", at, "there is no text below the front matter; write the answer there.");

    public static Problem LinkLeaves(Spot at, string target) =>
        Error("CB302", at, $"the link `{target}` leads out of the library; link to a file in it or to https://…");

    public static Problem LinkBroken(Spot at, string target) =>
        Error("CB303", at, $"the link `{target}` leads to no file; correct or remove it.");

    public static Problem LinkScheme(Spot at, string target) =>
        Error("CB304", at, $"the link `{target}` is not allowed; use https, http, mailto, tel or a file of the library.");

    private static Problem Error(string code, Spot at, string message) => New(Severity.Error, code, at, message);

    private static Problem Warning(string code, Spot at, string message) => New(Severity.Warning, code, at, message);

    private static Problem New(Severity severity, string code, Spot at, string message) => new()
    {
        Path = at.Path,
        Line = at.Line,
        Column = at.Column,
        Severity = severity,
        Code = code,
        Message = message,
    };
}
