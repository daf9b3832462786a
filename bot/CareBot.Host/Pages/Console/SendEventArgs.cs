using Microsoft.AspNetCore.Components;

namespace CareBot.Host.Pages.Console;

/// <summary>Words that an agent has sent off. <c>compose.js</c> raises it.</summary>
public sealed class SendEventArgs : EventArgs
{
    public string Text { get; set; } = "";

    /// <summary>Whether only agents may see it.</summary>
    public bool Note { get; set; }

    /// <summary>The id of the article that the words were made from; null where they are the agent's own.</summary>
    public string? Article { get; set; }
}

/// <summary>Makes <c>@onsend</c> known to Razor.</summary>
[EventHandler("onsend", typeof(SendEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
