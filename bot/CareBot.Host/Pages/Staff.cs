using CareBot.Desk;

namespace CareBot.Host.Pages;

/// <summary>The person in front of a staff page.</summary>
/// <param name="Agent">Who they are; null until they have said so.</param>
/// <param name="Language">The language they read, whatever customers write in.</param>
public sealed record Staff(Agent? Agent, Language Language);
