namespace CareBot.Host.Pages.Layout;

/// <summary>What every staff page says around its content, in one language.</summary>
internal sealed record ShellWords
{
    public static ShellWords In(Language language) => language == Language.Italian ? Italian : English;

    public required string OwnName { get; init; }
    public required string LanguageOfPage { get; init; }
    public required string Theme { get; init; }
    public required string Keys { get; init; }
    public required string ChangeName { get; init; }
    public required string Reconnecting { get; init; }
    public required string ReconnectingMore { get; init; }
    public required string Failed { get; init; }
    public required string Reload { get; init; }
    public required string NameTitle { get; init; }
    public required string NameQuestion { get; init; }
    public required string NameWhy { get; init; }
    public required string NameLabel { get; init; }
    public required string NameInvalid { get; init; }
    public required string NameDone { get; init; }

    private static ShellWords Italian { get; } = new()
    {
        OwnName = "Italiano",
        LanguageOfPage = "Lingua della pagina",
        Theme = "Tema chiaro o scuro",
        Keys = "Tasti rapidi",
        ChangeName = "Cambia nome",
        Reconnecting = "Connessione interrotta: mi sto ricollegando.",
        ReconnectingMore = "Puoi continuare a leggere e a scrivere; quello che scrivi resta qui.",
        Failed = "Qualcosa è andato storto in questa pagina.",
        Reload = "Ricarica",
        NameTitle = "Il tuo nome",
        NameQuestion = "Come ti chiami?",
        NameWhy = "I clienti vedono questo nome quando prendi in carico una conversazione.",
        NameLabel = "Nome",
        NameInvalid = "Scrivi un nome, al massimo 40 caratteri.",
        NameDone = "Entra",
    };

    private static ShellWords English { get; } = new()
    {
        OwnName = "English",
        LanguageOfPage = "Language of this page",
        Theme = "Light or dark theme",
        Keys = "Keyboard shortcuts",
        ChangeName = "Change name",
        Reconnecting = "Connection lost: reconnecting.",
        ReconnectingMore = "You can go on reading and writing; what you write stays here.",
        Failed = "Something went wrong on this page.",
        Reload = "Reload",
        NameTitle = "Your name",
        NameQuestion = "What's your name?",
        NameWhy = "Customers see this name when you take a conversation.",
        NameLabel = "Name",
        NameInvalid = "Enter a name of at most 40 characters.",
        NameDone = "Enter",
    };
}
