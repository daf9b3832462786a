using System.Globalization;
using static CareBot.Knowledge.Reading.Problem;

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
        Error("CB201", at, $"the id `{id}` is taken by {keptPath} in the same language; give one of the two another id.");

    public static Problem RelatedUnknown(Spot at, string id) =>
        Warning("CB202", at, $"`related` names `{id}`, and there is no such article; correct or remove it.");

    public static Problem LanguageMissing(Spot at, string id, Language missing) =>
        Warning("CB203", at, $"`{id}` is not written in {missing.Tag()}; customers of that language are not given this answer.");

    public static Problem ReviewOver(Spot at, DateOnly due) =>
        Warning("CB204", at, $"the review ran out on {due:yyyy-MM-dd}; read the article again, correct it and write today's day after `reviewed`.");

    public static Problem NeverReviewed(Spot at) =>
        Warning("CB204", at, "`review_in` is given and `reviewed` is not; read the article again and write today's day after `reviewed`.");

    public static Problem SameText(Spot at, string otherPath) =>
        Warning("CB205", at, $"the text is that of {otherPath}; keep one article and move the phrasings of the other to it.");

    public static Problem NearlySameText(Spot at, string otherPath, double share) =>
        Warning("CB206", at, $"{Percent(share)} of the text is that of {otherPath}; make one article of the two, or let each say only what is its own.");

    public static Problem Contradiction(Spot at, string here, Spot other, string there) =>
        Warning("CB207", at, $"this says {here} where {other.Path}:{other.Line} says {there} in much the same words; correct one, or say what makes the two cases different.");

    public static Problem PhrasingTaken(Spot at, string phrasing, string otherPath) =>
        Warning("CB208", at, $"`{phrasing}` is a phrasing of {otherPath} too; leave it to the article that answers it.");

    public static Problem PhrasingStolen(Spot at, string phrasing, string thiefPath) =>
        Warning("CB209", at, $"`{phrasing}` finds {thiefPath} first; reword it, or move it there if that article answers it.");

    public static Problem PhrasingForeign(Spot at, string phrasing, Language taken, string thiefPath) =>
        Warning("CB209", at, $"`{phrasing}` is taken for {taken.Tag()} and finds {thiefPath} first; add a word that only its own language has.");

    public static Problem PhrasingWeak(Spot at, string phrasing, double confidence, double confidenceMin) =>
        Warning("CB210", at, $"`{phrasing}` finds this article with a confidence of {Fraction(confidence)} only, and {Fraction(confidenceMin)} is needed; add phrasings or keywords with its words.");

    public static Problem PhrasingLost(Spot at, string phrasing) =>
        Warning("CB210", at, $"`{phrasing}` finds nothing; reword it with words that say what it is about.");

    public static Problem Orphan(Spot at) =>
        Warning("CB211", at, "nothing leads here: no phrasing, no keyword, no article that names it under `related`; add `questions`, or name it in another article.");

    public static Problem FiguresDiffer(Spot at, string here, string otherPath, string there) =>
        Warning("CB212", at, $"this says {here} where {otherPath} says {there}; make both languages say the same.");

    // CB3nn: the text

    public static Problem EmptyBody(Spot at) =>
        Error("CB301", at, "there is no text below the front matter; write the answer there.");

    public static Problem LinkLeaves(Spot at, string target) =>
        Error("CB302", at, $"the link `{target}` leads out of the library; link to a file in it or to https://…");

    public static Problem LinkBroken(Spot at, string target) =>
        Error("CB303", at, $"the link `{target}` leads to no file; correct or remove it.");

    public static Problem LinkScheme(Spot at, string target) =>
        Error("CB304", at, $"the link `{target}` is not allowed; use https, http, mailto, tel or a file of the library.");

    public static Problem AnchorMissing(Spot at, string target) =>
        Warning("CB305", at, $"the link `{target}` leads to no heading of that article; correct what follows `#`, or link to the article.");

    public static Problem HardToRead(Spot at, string measure, double score, double scoreMin) =>
        Warning("CB306", at, $"the text is hard to read ({measure} {score:0}, at least {scoreMin:0}); write shorter sentences and simpler words.");

    public static Problem VariableUnknown(Spot at, string written, string? nearest, IEnumerable<string> known) =>
        Error("CB307", at, $"there is no variable `{written}`; {(nearest is null ? $"use one of {string.Join(", ", known)}" : $"did you mean `{nearest}`?")}");

    public static Problem VariableBroken(Spot at, string written, string? nearest) =>
        Error("CB308", at, $"`{written}` would be sent as it stands; write a variable as `{nearest ?? "{{customer_name}}"}`, in small letters between two brackets on each side.");

    public static Problem VariableOutsideReply(Spot at, string written) =>
        Error("CB309", at, $"`{written}` is filled in in replies only and would be shown as it stands; write the words themselves.");

    public static Problem PhraseBanned(Spot at, string phrase, string instead) =>
        Warning("CB310", at, $"`{phrase}` is not our style; instead: {instead}");

    public static Problem LawOver(Spot at, string phrase, DateOnly validTo, string instead) =>
        Warning("CB311", at, $"`{phrase}` was the law until {validTo:yyyy-MM-dd}; instead: {instead}");

    // CB4nn: the files of rules beside the articles

    public static Problem RulesSyntax(Spot at, string why) =>
        Error("CB401", at, $"the file is not valid YAML: {why}");

    public static Problem RulesUnknownKey(Spot at, string key, string? nearest) =>
        Error("CB402", at, nearest is null ? $"there is no field `{key}` here; remove it." : $"there is no field `{key}` here; did you mean `{nearest}`?");

    public static Problem RulesWrongValue(Spot at, string what, string expected) =>
        Error("CB403", at, $"{what} must be {expected}.");

    public static Problem RulesRepeated(Spot at, string phrase) =>
        Error("CB404", at, $"`{phrase}` is listed already; keep one of the two.");

    public static Problem SynonymSmall(Spot at, string phrase) =>
        Warning("CB405", at, $"`{phrase}` has small words only and would be found in every question; add the word that says what it is about.");

    public static Problem SynonymAstray(Spot at, string phrase) =>
        Warning("CB406", at, $"no article has `{phrase}`, nor anything else that this entry leads to; name a word that articles use.");

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    private static string Fraction(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
