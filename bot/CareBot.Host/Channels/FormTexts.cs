namespace CareBot.Host.Channels;

/// <summary>What a form says, in one language.</summary>
internal sealed record FormTexts
{
    public static FormTexts In(Language language) => language == Language.Italian ? Italian : English;

    public required string Explained { get; init; }
    public required string Question { get; init; }
    public required string QuestionExample { get; init; }
    public required string QuestionMissing { get; init; }
    public required string Order { get; init; }
    public required string OrderExample { get; init; }
    public required string OrderSaid { get; init; }
    public required string Send { get; init; }

    private static FormTexts Italian { get; } = new()
    {
        Explained = "Se vuole, lasci qui due righe: il collega potrà risponderle subito.",
        Question = "Di che cosa ha bisogno?",
        QuestionExample = "Racconti che cosa è successo",
        QuestionMissing = "Scriva in due parole di che cosa ha bisogno.",
        Order = "Numero d'ordine, se ce l'ha",
        OrderExample = "Per esempio BL-204518",
        OrderSaid = "Numero d'ordine",
        Send = "Aggiungi i dettagli",
    };

    private static FormTexts English { get; } = new()
    {
        Explained = "If you like, leave a line or two here, so that my colleague can answer at once.",
        Question = "What do you need?",
        QuestionExample = "Tell us what happened",
        QuestionMissing = "Please say briefly what you need.",
        Order = "Order number, if you have one",
        OrderExample = "For example BL-204518",
        OrderSaid = "Order number",
        Send = "Add these details",
    };
}
