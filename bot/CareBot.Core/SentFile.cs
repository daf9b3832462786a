namespace CareBot;

/// <summary>A file that a customer has sent, by what is known of it. The bot reads none: it is there for people.</summary>
/// <param name="Id">Where it is kept; what is kept there is deleted after some time.</param>
/// <param name="Name">As the customer called it, without folders.</param>
/// <param name="ContentType">What kind it is said to be, such as <c>image/jpeg</c>.</param>
/// <param name="Bytes">Its length.</param>
public sealed record SentFile(string Id, string Name, string ContentType, long Bytes);
