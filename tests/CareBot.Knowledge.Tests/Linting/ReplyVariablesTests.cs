namespace CareBot.Knowledge.Tests.Linting;

public class ReplyVariablesTests
{
    [Theory]
    [InlineData("Ciao {{customer_nome}}.", 6, "CB307", "did you mean `customer_name`?")]
    [InlineData("Ciao {{ pippo }}.", 6, "CB307", "use one of agent_name, company, customer_name, order_number")]
    [InlineData("Ciao {{customer_name, eccomi.", 6, "CB308", "write a variable as `{{customer_name}}`")]
    [InlineData("Ciao {{company}, eccomi.", 6, "CB308", "write a variable as `{{company}}`")]
    [InlineData("Ciao {company}, eccomi.", 6, "CB308", "write a variable as `{{company}}`")]
    [InlineData("Ciao {{Customer Name}}!", 6, "CB308", "write a variable as `{{customer_name}}`")]
    [InlineData("Ciao {{order-number}}!", 6, "CB308", "write a variable as `{{order_number}}`")]
    [InlineData("Ciao company}}!", 13, "CB308", "")]
    [InlineData("Ciao {{}}!", 6, "CB308", "")]
    public void Broken_variable_of_a_reply_is_an_error_at_its_place(string body, int column, string code, string mend)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/a.md", "a", "Saluto", $"Prima riga.\n{body}", "kind: reply");

        var problem = Assert.Single(folder.Check("CB307", "CB308", "CB309"));

        Assert.StartsWith($"it/a.md:8:{column}: error {code}: ", problem, StringComparison.Ordinal);
        Assert.Contains(mend, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply", "Ciao {{customer_name}}, sono {{ agent_name }} di {{company}}: ordine {{order_number}}.")]
    [InlineData("reply", "Niente da {riempire}, e } da sola.")]
    [InlineData("faq", "Nei modelli si scrive {{nome}} oppure {{ altro }}.")]
    public void Known_variables_and_other_brackets_are_in_order(string kind, string body)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/a.md", "a", "Saluto", body, $"kind: {kind}");

        Assert.Empty(folder.Check("CB307", "CB308", "CB309"));
    }

    [Theory]
    [InlineData("faq")]
    [InlineData("script")]
    public void Variable_where_nobody_fills_it_is_an_error(string kind)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/a.md", "a", "Saluto", "Grazie da {{company}}.", $"kind: {kind}");

        Assert.StartsWith("it/a.md:7:11: error CB309", Assert.Single(folder.Check("CB309")), StringComparison.Ordinal);
    }
}
