using System.Diagnostics;

namespace CareBot.Procedures.Slots;

/// <summary>What the bot says to a customer whose value it cannot take.</summary>
public static class SlotWords
{
    /// <summary>What is wrong and how to mend it, in one or two sentences. It repeats nothing of what the customer wrote.</summary>
    public static string For(SlotFault fault, SlotType type, Language language) =>
        language == Language.Italian ? Italian(fault, type) : English(fault, type);

    private static string Italian(SlotFault fault, SlotType type) => fault switch
    {
        SlotFault.SeveralMeant => "Ne ha indicati più di uno: mi scriva solo quello che intende.",
        SlotFault.TooLong => "Il testo è troppo lungo: me lo riassuma in poche frasi, oppure mi mandi un file.",
        SlotFault.NotWhole => "Mi serve un numero intero, senza decimali.",
        SlotFault.NumberOutOfRange => type switch
        {
            SlotType.WholeNumber { Min: { } min, Max: { } max } => $"Mi serve un numero da {min} a {max}.",
            SlotType.WholeNumber { Min: { } min } => $"Mi serve un numero non inferiore a {min}.",
            SlotType.WholeNumber { Max: { } max } => $"Mi serve un numero non superiore a {max}.",
            SlotType.Money { Max: { } most } => $"L'importo non può superare {type.Show(new Value.Number(most), Language.Italian)}: lo controlli, per favore.",
            _ => "L'importo mi sembra troppo alto: lo controlli, per favore.",
        },
        SlotFault.CurrencyNotEuro => "Mi indichi l'importo in euro, per favore.",
        SlotFault.NoSuchDay => "Questa data non esiste: la controlli e me la scriva, per esempio, così: 3 dicembre 2026.",
        SlotFault.DayInFuture => "Questa data deve ancora arrivare: mi serve il giorno in cui è successo.",
        SlotFault.DayInPast => "Questa data è già passata: mi indichi un giorno da oggi in poi.",
        SlotFault.DayTooFar => "Questa data è troppo lontana: mi indichi un giorno nei prossimi tre mesi.",
        SlotFault.NoSuchHour => "Questo orario non esiste: me lo scriva, per esempio, così: dalle 9 alle 12.",
        SlotFault.WindowEndsFirst => "L'orario finisce prima di iniziare: me lo scriva, per esempio, così: dalle 9 alle 12.",
        SlotFault.WindowPast => "Quell'orario è già passato: me ne dica un altro, per esempio domani dalle 9 alle 12.",
        SlotFault.EmailShape => "L'indirizzo e-mail sembra incompleto: lo controlli, per favore. Deve essere come nome@esempio.it.",
        SlotFault.PhoneShape => "Il numero di telefono non torna: ha troppe cifre o ne manca qualcuna. Me lo riscriva, prefisso compreso.",
        SlotFault.PhoneForeign => "Per ora posso usare solo numeri italiani: ne ha uno che inizia per 3 oppure per 0?",
        SlotFault.PostcodeShape => "Il CAP è di cinque cifre: lo controlli, per favore.",
        SlotFault.PostcodeUnknown => "Questo CAP non risulta: lo controlli, per favore.",
        SlotFault.IbanCountry => "L'IBAN inizia con una sigla di Paese che non conosco: lo controlli, per favore. Quelli italiani iniziano per IT.",
        SlotFault.IbanLength =>
            "L'IBAN non ha la lunghezza giusta: quelli italiani hanno 27 caratteri. Lo copi dall'estratto conto o dalla sua app, per favore.",
        SlotFault.IbanCheck => "L'IBAN non torna: probabilmente c'è una cifra sbagliata o scambiata con un'altra. Lo ricontrolli, per favore.",
        SlotFault.TaxCodeShape => "Il codice fiscale ha 16 caratteri tra lettere e numeri: lo ricontrolli, per favore. Lo trova sulla tessera sanitaria.",
        SlotFault.TaxCodeCheck => "Il codice fiscale non torna: c'è almeno un carattere sbagliato. Lo ricontrolli sulla tessera sanitaria, per favore.",
        SlotFault.CodeShape => type switch
        {
            SlotType.OrderRef => "Non mi sembra un nostro numero d'ordine. Lo trova nell'e-mail di conferma: me lo copi da lì, per favore.",
            SlotType.ProductRef => "Non mi sembra un nostro codice prodotto. Lo trova nell'e-mail di conferma dell'ordine: me lo copi da lì, per favore.",
            _ => "Il numero di serie non torna. Lo trova sull'etichetta del prodotto: me lo copi da lì, per favore.",
        },
        SlotFault.NoPhoto => "Mi serve una foto: quello che ha inviato è un file di altro tipo.",
        SlotFault.StreetMissing => "Manca la via: mi scriva l'indirizzo completo, per esempio: via Roma 5, 35121 Padova.",
        SlotFault.HouseMissing => "Manca il numero civico: mi riscriva l'indirizzo completo, per favore. Se non c'è, scriva «snc».",
        SlotFault.PostcodeMissing => "Manca il CAP: mi riscriva l'indirizzo completo, per esempio: via Roma 5, 35121 Padova.",
        SlotFault.TownMissing => "Manca la città: mi riscriva l'indirizzo completo, per esempio: via Roma 5, 35121 Padova.",
        _ => throw new UnreachableException(),
    };

    private static string English(SlotFault fault, SlotType type) => fault switch
    {
        SlotFault.SeveralMeant => "You gave more than one: please send just the one you mean.",
        SlotFault.TooLong => "That is too long for me: please put it in a few sentences, or send it as a file.",
        SlotFault.NotWhole => "I need a whole number, without decimals.",
        SlotFault.NumberOutOfRange => type switch
        {
            SlotType.WholeNumber { Min: { } min, Max: { } max } => $"I need a number from {min} to {max}.",
            SlotType.WholeNumber { Min: { } min } => $"I need a number of {min} or more.",
            SlotType.WholeNumber { Max: { } max } => $"I need a number of {max} or less.",
            SlotType.Money { Max: { } most } => $"The amount can't be more than {type.Show(new Value.Number(most), Language.English)}: please check it.",
            _ => "That amount looks too high: please check it.",
        },
        SlotFault.CurrencyNotEuro => "Please give me the amount in euros.",
        SlotFault.NoSuchDay => "There is no such date: please check it and write it like this, for example: 3 December 2026.",
        SlotFault.DayInFuture => "That date is still to come: I need the day on which it happened.",
        SlotFault.DayInPast => "That date has passed: please give me today or a later day.",
        SlotFault.DayTooFar => "That date is too far ahead: please give me a day within the next three months.",
        SlotFault.NoSuchHour => "There is no such time: please write it like this, for example: from 9 to 12.",
        SlotFault.WindowEndsFirst => "That time ends before it begins: please write it like this, for example: from 9 to 12.",
        SlotFault.WindowPast => "That time is over already: please name another, for example tomorrow from 9 to 12.",
        SlotFault.EmailShape => "The e-mail address looks incomplete: please check it. It should look like name@example.com.",
        SlotFault.PhoneShape => "That phone number has too many digits or too few: please send it again with its area code.",
        SlotFault.PhoneForeign => "For now I can only use Italian numbers: do you have one that starts with 3 or 0?",
        SlotFault.PostcodeShape => "An Italian postcode has five digits: please check it.",
        SlotFault.PostcodeUnknown => "I can't find that postcode: please check it.",
        SlotFault.IbanCountry => "The IBAN starts with a country code I don't know: please check it. Italian ones start with IT.",
        SlotFault.IbanLength => "The IBAN doesn't have the right length: Italian ones have 27 characters. Please copy it from your statement or banking app.",
        SlotFault.IbanCheck => "The IBAN doesn't add up: a digit is probably wrong or swapped with another. Please check it again.",
        SlotFault.TaxCodeShape => "An Italian tax code has 16 letters and digits: please check it. You'll find it on your health insurance card.",
        SlotFault.TaxCodeCheck => "The tax code doesn't add up: at least one character is wrong. Please check it on your health insurance card.",
        SlotFault.CodeShape => type switch
        {
            SlotType.OrderRef => "That doesn't look like one of our order numbers. You'll find it in your confirmation e-mail: please copy it from there.",
            SlotType.ProductRef => "That doesn't look like one of our product codes. You'll find it in your confirmation e-mail: please copy it from there.",
            _ => "That serial number doesn't look right. You'll find it on the product's label: please copy it from there.",
        },
        SlotFault.NoPhoto => "I need a photo: what you sent is another kind of file.",
        SlotFault.StreetMissing => "The street is missing: please send the full address, for example: via Roma 5, 35121 Padova.",
        SlotFault.HouseMissing => "The house number is missing: please send the full address again. If there is none, write \"snc\".",
        SlotFault.PostcodeMissing => "The postcode is missing: please send the full address again, for example: via Roma 5, 35121 Padova.",
        SlotFault.TownMissing => "The town is missing: please send the full address again, for example: via Roma 5, 35121 Padova.",
        _ => throw new UnreachableException(),
    };
}
