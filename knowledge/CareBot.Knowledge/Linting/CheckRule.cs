using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>One kind of problem, as people who have never met it are told of it.</summary>
/// <param name="Code">As in <see cref="Problem.Code"/>.</param>
/// <param name="Severity">As in <see cref="Problem.Severity"/>.</param>
/// <param name="Says">What is wrong, one sentence.</param>
/// <param name="Mend">How to mend it, one sentence.</param>
public sealed record CheckRule(string Code, Severity Severity, string Says, string Mend)
{
    /// <summary>Every kind of problem there is, by code.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CB001", Severity.Error, "The library's folder does not exist.", "Create it, or correct `--library` or `Library:Path`."),
        new("CB002", Severity.Error, "A file cannot be read.", "Mend its permissions or the link that leads nowhere."),
        new("CB003", Severity.Error, "A file is larger than 256 KiB.", "Split it."),
        new("CB004", Severity.Error, "A file is not UTF-8.", "Save it again with the encoding UTF-8."),
        new("CB005", Severity.Error, "The library has more files than are read.", "Split the library."),

        new("CB101", Severity.Error, "The file does not begin with front matter.", "Begin with a line `---`, the fields `id:` and `title:`, and a line `---`."),
        new("CB102", Severity.Error, "The front matter has no end.", "Put a line `---` after its last field."),
        new("CB103", Severity.Error, "The front matter is not valid YAML.", "Put quotes round values that contain `: ` or begin with a special character."),
        new("CB104", Severity.Error, "The front matter uses an anchor, an alias or a tag of YAML.", "Write the value itself."),
        new("CB105", Severity.Error, "A field does not exist.", "Correct its name, or remove it."),
        new("CB106", Severity.Error, "A field is given twice.", "Keep one."),
        new("CB107", Severity.Error, "A field has a value of another type: a list where a text is meant, a number where a text is meant.", "Write it as the message says; put quotes round numbers."),
        new("CB108", Severity.Error, "A field has a value that it cannot have.", "Choose one that the message lists."),
        new("CB109", Severity.Error, "A field is missing.", "Add it."),
        new("CB110", Severity.Error, "The language of an article is not that of its folder.", "Change `lang`, or move the file."),
        new("CB111", Severity.Error, "`valid_to` is before `valid_from`.", "Swap or correct the dates."),

        new("CB201", Severity.Error, "Two articles of one language have the same id.", "Give one another id."),
        new("CB202", Severity.Warning, "`related` names an article that does not exist.", "Correct the id, or remove it."),
        new("CB203", Severity.Warning, "An article is written in one language of the library only.", "Write it in the other."),
        new("CB204", Severity.Warning, "The review has run out: `reviewed` and `review_in` together are past.", "Read the article again, correct it and write the day after `reviewed`."),
        new("CB205", Severity.Warning, "Two articles have the same text.", "Keep one and move the phrasings of the other to it."),
        new("CB206", Severity.Warning, "Two articles have nearly the same text.", "Make one of them, or let each say only what is its own."),
        new("CB207", Severity.Warning, "Two articles say the same with different amounts, percentages, times or dates.", "Correct one, or say what makes the two cases different."),
        new("CB208", Severity.Warning, "Two articles claim the same phrasing.", "Leave it to the one that answers it."),
        new("CB209", Severity.Warning, "A title or phrasing finds another article first, which is named.", "Reword it, or move it to that article."),
        new("CB210", Severity.Warning, "A title or phrasing finds its article too unsurely to be answered, or finds nothing.", "Add phrasings or keywords with its words."),
        new("CB211", Severity.Warning, "Nothing leads to an article: no phrasing, no keyword, no question for its title, no other article.", "Add `questions`, or name it under `related` of another."),
        new("CB212", Severity.Warning, "The languages of an article give different figures.", "Make both say the same."),

        new("CB301", Severity.Error, "There is no text below the front matter.", "Write the answer there."),
        new("CB302", Severity.Error, "A link leads out of the library.", "Link to a file in it, or to `https://…`."),
        new("CB303", Severity.Error, "A link leads to no file.", "Correct or remove it."),
        new("CB304", Severity.Error, "A link has a scheme that is not allowed.", "Use https, http, mailto, tel or a file of the library."),
        new("CB305", Severity.Warning, "A link leads to no heading of its article.", "Correct what follows `#`, or link to the article."),
        new("CB306", Severity.Warning, "A text of 50 words or more is hard to read: Gulpease below 45 (Italian), Flesch reading ease below 50 (English).", "Write shorter sentences and simpler words."),
        new("CB307", Severity.Error, "A reply uses a variable that does not exist.", "Use `{{customer_name}}`, `{{agent_name}}`, `{{company}}` or `{{order_number}}`."),
        new("CB308", Severity.Error, "A reply has a broken variable: not closed, single brackets, capitals.", "Write it in small letters between `{{` and `}}`."),
        new("CB309", Severity.Error, "A variable stands in an article or script, where nobody fills it.", "Write the words themselves."),
        new("CB310", Severity.Warning, "A text for customers uses a phrase that `style.yaml` lists.", "Write what the list says instead."),
        new("CB311", Severity.Warning, "A text states a law in words that `law-rules.yaml` lists as past.", "Write what the list says instead."),

        new("CB401", Severity.Error, "A file of rules or a procedure is not valid YAML, or uses an anchor, an alias or a tag of it.", "Put quotes round values that contain `: ` or begin with a special character."),
        new("CB402", Severity.Error, "A file of rules or a procedure has a field that does not exist.", "Correct its name, or remove it."),
        new("CB403", Severity.Error, "A file of rules or a procedure lacks a value, or has one of another type.", "Write it as the message says."),
        new("CB404", Severity.Error, "A file of rules lists a phrase or a name twice.", "Keep one."),
        new("CB405", Severity.Warning, "A synonym has small words only.", "Add the word that says what it is about."),
        new("CB406", Severity.Warning, "No article has any of the words that an entry of `synonyms.yaml` leads to.", "Name a word that articles use, or remove the entry."),

        new("CB501", Severity.Error, "A procedure and its file have different names.", "Give both the same."),
        new("CB502", Severity.Error, "A template or table that a procedure names does not exist.", "Write it, or correct the name."),
        new("CB503", Severity.Error, "A formula cannot be read.", "Correct it as the message says."),
        new("CB504", Severity.Error, "A decision table cannot be read.", "Correct it as the message says."),
        new("CB505", Severity.Error, "Two steps of a procedure have the same id.", "Give one another name."),
        new("CB506", Severity.Error, "A text of a procedure is there in one language only.", "Write it in both."),
        new("CB507", Severity.Error, "A `choose` has no `else`.", "Say where it leads when nothing of it holds."),
        new("CB508", Severity.Error, "A step changes something elsewhere and has no `key`.", "Give it one that is the same for a repetition."),
        new("CB509", Severity.Error, "A question or wait has no `timeout`.", "Write how long it waits, and where it leads then."),
        new("CB510", Severity.Error, "A text states a law by a rule that is not there, not in force or not reviewed.", "Review the rule in `law-rules.yaml`, or leave the law out."),
        new("CB511", Severity.Error, "A step leads to one that does not exist, or into steps side by side.", "Correct the name."),
        new("CB512", Severity.Error, "No way leads to a step.", "Lead to it from another, or remove it."),
        new("CB513", Severity.Error, "A path runs off the end of the file.", "Give the last step a `next`, or put an `end` after it."),
        new("CB514", Severity.Error, "From a step no way leads to an end.", "Lead out of the circle to an `end`, or to `@handoff`."),
        new("CB515", Severity.Error, "A decision table has no row for everything that may be asked.", "End it with a row of `-` for everything else."),
        new("CB516", Severity.Error, "Two rows of a decision table may hold together where only one may.", "Narrow one, or write `<!-- hit: first -->` above the table."),
        new("CB517", Severity.Error, "A row of a decision table never counts.", "Move it up, narrow the row before it, or remove it."),
        new("CB518", Severity.Error, "A name stands for no slot and no result.", "Declare the slot, or correct the name."),
        new("CB519", Severity.Error, "A slot or result is read where nothing has filled it yet on some way.", "Fill it before, give it a `default`, or ask `given(…)` first."),
        new("CB520", Severity.Warning, "A slot that customers may refuse is read as if they never did.", "Ask `given(…)` first, or lead a refusal elsewhere."),
        new("CB521", Severity.Error, "A slot or result has no field of that name.", "Write one that the message lists."),
        new("CB522", Severity.Error, "A slot or result has a name that no formula can read.", "Give it another, of letters, digits and `_`."),
        new("CB523", Severity.Error, "A procedure that is called does not exist, is not published, or is not handed what it takes.", "Correct it as the message says, or mend that procedure."),
        new("CB524", Severity.Error, "Procedures call each other in a circle, or too many one another.", "Take one call out."),
        new("CB525", Severity.Error, "An action of another system is not in `connectors.yaml`.", "Declare it there, or correct the name."),
        new("CB526", Severity.Error, "What changes something elsewhere is called by `lookup`, or what only asks by `call_api`, or is to undo something.", "Use the other kind of step, or another action."),
        new("CB527", Severity.Error, "Nothing fills a place in the address of an action.", "Write the value under `with`."),
        new("CB528", Severity.Error, "A queue, role or promise is not in `care-model.yaml`.", "Declare it there, or correct the name."),
        new("CB529", Severity.Warning, "Nothing asks, fills or reads a slot.", "Remove it."),
        new("CB530", Severity.Error, "A slot that is asked has no question.", "Write one under `ask`, in both languages."),
        new("CB531", Severity.Error, "A version of a procedure has been published with other content.", "Raise `version` by one."),
        new("CB533", Severity.Error, "`@ask_again`, `@draft`, `@remind_and_wait` or a `next` stands where it cannot work.", "Put it where the message says."),
        new("CB534", Severity.Error, "A step leads on by an answer, outcome, error or event that there cannot be.", "Write one that the message lists."),
        new("CB535", Severity.Error, "The reason of a handoff or a key shows something of a person.", "Leave it out: whoever goes on sees the slots."),
        new("CB536", Severity.Warning, "Two procedures are asked for in the same words, so neither begins.", "Leave them to one, or add the word that tells them apart."),
        new("CB537", Severity.Error, "A deadline ends with a step that does not exist.", "Correct the name."),
        new("CB538", Severity.Warning, "A template or table is used by nothing in its procedure.", "Remove it, or correct the name there."),
        new("CB539", Severity.Error, "A migration leads to a version that is not there, or another moves the same runs.", "Publish the version, correct the number, or keep one migration."),
        new("CB540", Severity.Error, "A migration names a step that does not exist or that waits for something else.", "Correct the name."),
        new("CB541", Severity.Error, "A migration names a value that does not exist, or a run would lack one that it goes on with.", "Correct the name, or say under `values` what it is."),
        new("CB542", Severity.Warning, "Fewer than two people have agreed to a migration.", "Whoever agrees writes their name under `approved_by`."),
        new("CB543", Severity.Error, "A procedure that is still in use has a day on which its runs stop.", "Write `status: retired`, or remove `stops_on`."),
        new("CB544", Severity.Warning, "A handoff does not say why to whoever goes on.", "Write it under `why`, in both languages."),
    ];
}
