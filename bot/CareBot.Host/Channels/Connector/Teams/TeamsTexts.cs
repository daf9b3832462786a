namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>What our cards and forms in Teams say themselves, in one language.</summary>
internal sealed record TeamsTexts
{
    public static TeamsTexts In(Language language) => language == Language.Italian ? Italian : English;

    public required Func<string, string> Chosen { get; init; }
    public required string FormTitle { get; init; }
    public required string FormText { get; init; }
    public required string Order { get; init; }
    public required string OrderSaid { get; init; }
    public required string OrderExample { get; init; }
    public required string Question { get; init; }
    public required string QuestionExample { get; init; }
    public required string Send { get; init; }
    public required string WantsPerson { get; init; }
    public required string Passed { get; init; }

    private static TeamsTexts Italian { get; } = new()
    {
        Chosen = choice => $"Ha scelto: {choice}",
        FormTitle = "Parla con un collega",
        FormText = "Due righe aiutano il collega a risponderle subito. Può anche inviare così com'è.",
        Order = "Numero d'ordine, se ce l'ha",
        OrderSaid = "Numero d'ordine",
        OrderExample = "Per esempio BL-204518",
        Question = "Di che cosa ha bisogno?",
        QuestionExample = "Racconti che cosa è successo",
        Send = "Invia",
        WantsPerson = "Vorrei parlare con un operatore",
        Passed = "Grazie. La risposta arriva qui in chat.",
    };

    private static TeamsTexts English { get; } = new()
    {
        Chosen = choice => $"You chose: {choice}",
        FormTitle = "Talk to a person",
        FormText = "A line or two helps my colleague to answer at once. You can also send the form as it is.",
        Order = "Order number, if you have one",
        OrderSaid = "Order number",
        OrderExample = "For example BL-204518",
        Question = "What do you need?",
        QuestionExample = "Tell us what happened",
        Send = "Send",
        WantsPerson = "I would like to talk to a person",
        Passed = "Thank you. The answer comes here in the chat.",
    };
}
