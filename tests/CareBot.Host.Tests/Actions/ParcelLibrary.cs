namespace CareBot.Host.Tests.Actions;

/// <summary>A library with one procedure: it asks where a parcel is, waits until it has arrived, and has the money sent back.</summary>
internal sealed class ParcelLibrary : IDisposable
{
    public ParcelLibrary(string shop)
    {
        Write("it/faq/orari.md", "---\nid: orari\ntitle: Quali sono gli orari del negozio?\nquestions: [orari del negozio]\n---\n\nIl negozio apre alle nove.\n");
        Write("connectors.yaml", $$"""
            shop:
              base_url: {{shop}}
              secret: shop
              timeout: 1
              retries: 2
              actions:
                parcel: { path: "parcels/{code}", errors: { "404": not_found }, answer: { place: at.place } }
                refund: { method: POST, path: refunds }
            """);
        Write("procedures/parcel.yaml", """
            procedure: parcel
            title: { it: "Dov'è il pacco", en: "Where the parcel is" }
            version: 1
            start: { it: [trova pacco], en: [find parcel] }
            key: code
            slots:
              code:
                type: order_ref
                pattern: "PK-\\d{4}"
                label: { it: "il codice", en: "the code" }
                ask: { it: "Qual è il codice?", en: "What is the code?" }
            steps:
              - id: ask_code
                ask: code
                timeout: { after: "24h!", then: "@draft" }
              - id: look
                lookup: shop.parcel
                with: { code: code }
                into: parcel
                on_error: { not_found: "@ask_again" }
              - id: tell
                say: { it: "È a {parcel.place}.", en: "It is at {parcel.place}." }
              - id: arrival
                wait: [parcel.arrived]
                timeout: { after: "7d!", then: late }
              - id: refund
                call_api: shop.refund
                with: { code: code, amount: 5 }
                key: "refund/{code}"
              - id: thanks
                say: { it: "Rimborsato.", en: "Refunded." }
              - id: over
                end: resolved
              - id: late
                handoff: care
                why: { it: "Il pacco {code} non è arrivato in tempo.", en: "Parcel {code} did not arrive in time." }
              - id: late_over
                end: transferred
            """);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("parcels-").FullName;

    /// <summary>The procedure's file as it stands.</summary>
    public string Procedure => File.ReadAllText(System.IO.Path.Combine(Path, "procedures", "parcel.yaml"));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Edits a file, as an editor does.</summary>
    public void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
