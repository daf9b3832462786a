namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>What our cards and forms in Teams say themselves, in one language.</summary>
internal sealed record TeamsTexts
{
    public static TeamsTexts In(Language language) => language == Language.Italian ? Italian : English;

    public required Func<string, string> Chosen { get; init; }
    public required string FormTitle { get; init; }
    public required string WantsPerson { get; init; }
    public required string Passed { get; init; }

    private static TeamsTexts Italian { get; } = new()
    {
        Chosen = choice => $"Ha scelto: {choice}",
        FormTitle = "Parla con un collega",
        WantsPerson = "Vorrei parlare con un operatore",
        Passed = "Grazie. La risposta arriva qui in chat.",
    };

    private static TeamsTexts English { get; } = new()
    {
        Chosen = choice => $"You chose: {choice}",
        FormTitle = "Talk to a person",
        WantsPerson = "I would like to talk to a person",
        Passed = "Thank you. The answer comes here in the chat.",
    };
}
