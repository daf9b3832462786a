namespace CareBot.Host.Commands.TeamsApp;

/// <summary>What people read of the app in Teams, in one language.</summary>
/// <param name="FullName">In the list of apps.</param>
/// <param name="Brief">One line under it.</param>
/// <param name="Description">On the app's page.</param>
/// <param name="AskForPerson">What may be chosen instead of typing, and brings in a person.</param>
/// <param name="AskForPersonMeans">What that does.</param>
internal sealed record AppWords(string FullName, string Brief, string Description, string AskForPerson, string AskForPersonMeans)
{
    public static AppWords Italian(string name, string company) => new(
        $"{name} – Servizio clienti",
        "Risposte immediate dal servizio clienti, e una persona quando serve.",
        $"Scrivi la tua domanda come la faresti a una persona: l'assistente di {company} risponde subito, in base agli articoli "
        + "scritti dai colleghi. Se non ha la risposta lo dice, e se preferisci parlare con qualcuno ti passa un operatore, "
        + "che continua nella stessa chat. Risponde in italiano e in inglese.",
        "operatore",
        "Parla con una persona del servizio clienti");

    public static AppWords English(string name, string company) => new(
        $"{name} – Customer care",
        "Answers right away from customer care, and a person when it matters.",
        $"Ask as you would ask a person: the assistant of {company} answers right away from articles that colleagues have written. "
        + "When it has no answer it says so, and when you would rather talk to someone it brings in an agent, who carries on in the "
        + "same chat. It answers in English and in Italian.",
        "agent",
        "Talk to a person from customer care");
}
