using CareBot.Answers;
using CareBot.Turns;

namespace CareBot.Core.Tests;

/// <summary>A library of a few articles, found by a word in them: enough to play dialogues without a search.</summary>
internal static class SmallLibrary
{
    private static readonly (string Word, Language Language, Passage Passage)[] Entries =
    [
        Entry("rimborso", Language.Italian, "refund-times", "Quando ricevo il rimborso?", "Entro 14 giorni dalla sua comunicazione."),
        Entry("refund", Language.English, "refund-times", "When do I get my refund?", "Within 14 days of your notice."),
        Entry("costa la consegna", Language.Italian, "delivery-costs", "Quanto costa la consegna?", "5,90 €; gratis da 59 €."),
        Entry("delivery cost", Language.English, "delivery-costs", "What does delivery cost?", "€5.90; free from €59."),
        Entry("consegna", Language.Italian, "delivery-costs", "Quanto costa la consegna?", "5,90 €; gratis da 59 €.", 0.45),
        Entry("consegna", Language.Italian, "delivery-times", "In quanto tempo arriva un ordine?", "In 3-5 giorni lavorativi.", 0.42),
        Entry("delivery", Language.English, "delivery-costs", "What does delivery cost?", "€5.90; free from €59.", 0.45),
        Entry("delivery", Language.English, "delivery-times", "How long does delivery take?", "3 to 5 working days.", 0.42),
        Entry("pacco rotto", Language.Italian, "parcel-damaged", "Il pacco è arrivato rotto", "Ci mandi qualche foto.", escalate: Escalate.Always),
        Entry("reclamo", Language.Italian, "complaint-how-to", "Come faccio un reclamo?", "Scriva a assistenza@bottegalaguna.example.", escalate: Escalate.Offer),
        Entry("reso", Language.Italian, "return-how", "Come faccio un reso?", "Compili il modulo.", 0.9),
        Entry("reso", Language.Italian, "return-costs", "Quanto costa un reso?", "Nulla, in negozio.", 0.1),
        Entry("tempi", Language.Italian, "delivery-times", "In quanto tempo arriva un ordine?", "In 3-5 giorni lavorativi.", 0.2),
        Entry("tempi", Language.Italian, "refund-times", "Quando ricevo il rimborso?", "Entro 14 giorni.", 0.2),
        Entry("tempi", Language.Italian, "repair-times", "Quanto dura una riparazione?", "Circa 15 giorni.", 0.2),
        Entry("tempi", Language.Italian, "repair-status", "A che punto è la riparazione?", "Lo chieda qui.", 0.2),
        Entry("tempi", Language.Italian, "refund-late", "Il rimborso non arriva", "Ci scriva.", 0.2),
        Entry("gift card", Language.English, "gift-cards", "Do you sell gift cards?", "Yes, in store."),
        Entry("fattura", Language.Italian, "invoice", "Come chiedo la fattura?", "La indichi nell'ordine."),
        Entry("lampada", Language.Italian, "spare-parts", "Ricambi per le lampade", "Paralumi e interruttori per 5 anni.", 0.3),
    ];

    /// <summary>What most customers come for.</summary>
    public static IReadOnlyList<string> Starters(Language language) => language == Language.Italian
        ? ["Quanto costa la consegna?", "Quando ricevo il rimborso?"]
        : ["What does delivery cost?", "When do I get my refund?"];

    /// <summary>What a search would find: the most specific word first, the language by which list the word is in.</summary>
    /// <remarks>Questions of one message are those that end with a question mark.</remarks>
    public static Evidence Find(string text, Conversation conversation)
    {
        var hits = Hits(text);
        var offered = conversation.Status is Status.WithBot { Pending: Question.Choice choice } ? choice.Options : [];
        var parts = text.Split('?', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return new Evidence
        {
            Language = Spoken(text) ?? (hits.Count == 0 ? null : hits[0].Language),
            Passages = [.. hits.Select(hit => hit.Passage)],
            MayMean = text == "reso" ? [.. hits.Select(hit => hit.Passage)] : [],
            Parts = parts.Length < 2 ? [] : [.. parts.Select(part => new Finding { Text = $"{part}?", Passages = [.. Hits(part).Select(hit => hit.Passage)] })],
            Offered =
            [
                .. offered.SelectMany(option => option.Articles).Select(article => Entries
                    .OrderBy(entry => entry.Language != conversation.Language)
                    .First(entry => entry.Passage.Article == article).Passage with { Confidence = 1 }),
            ],
        };
    }

    private static List<(string Word, Language Language, Passage Passage)> Hits(string text)
    {
        var hits = Entries.Where(entry => text.Contains(entry.Word, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. hits.Where(hit => hit.Word == hits[0].Word)];
    }

    private static Language? Spoken(string text) =>
        text.Contains(" the ", StringComparison.OrdinalIgnoreCase) ? Language.English
        : text.Contains(" il ", StringComparison.OrdinalIgnoreCase) || text.Contains(" le ", StringComparison.OrdinalIgnoreCase) ? Language.Italian
        : null;

    private static (string Word, Language Language, Passage Passage) Entry(
        string word, Language language, string id, string title, string text, double confidence = 0.9,
        Escalate escalate = Escalate.Never) =>
        (word, language, new Passage
        {
            Article = new(id),
            Language = language,
            Title = title,
            Text = text,
            Topic = id.Split('-')[0],
            Reviewed = new DateOnly(2026, 11, 16),
            Escalate = escalate,
            Confidence = confidence,
        });
}
