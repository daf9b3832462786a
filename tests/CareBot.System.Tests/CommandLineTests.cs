using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CareBot.SystemTests;

public class CommandLineTests
{
    [Theory]
    [InlineData("how do I get a refund", "en", "refund-times")]
    [InlineData("come faccio ad avere un rimborso?", "it", "refund-times")]
    [InlineData("quanto costa la spedizione", "it", "delivery-costs")]
    public async Task Question_is_answered_from_the_shipped_library(string question, string language, string article)
    {
        var asked = await CommandLine.RunAsync("ask", question, "--json");

        Assert.Equal(0, asked.ExitCode);
        var json = JsonDocument.Parse(asked.Output).RootElement;
        Assert.Equal("answer", json.GetProperty("decision").GetString());
        Assert.Equal(language, json.GetProperty("lang").GetString());
        Assert.Equal(article, json.GetProperty("answer").GetProperty("id").GetString());
        Assert.InRange(json.GetProperty("confidence").GetDouble(), 0.5, 1);
        Assert.Equal(question, json.GetProperty("question").GetString());
        Assert.True(json.GetProperty("elapsedMs").GetDouble() > 0);
        Assert.Equal(article, json.GetProperty("candidates")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("voglio parlare con un operatore", "handoff")]
    [InlineData("zzz qqq xyzzy", "none")]
    public async Task Question_without_an_answer_is_decided_otherwise(string question, string decision)
    {
        var asked = await CommandLine.RunAsync("ask", question, "--json");

        var json = JsonDocument.Parse(asked.Output).RootElement;
        Assert.Equal(decision, json.GetProperty("decision").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("answer").ValueKind);
    }

    [Fact]
    public async Task Shipped_library_has_no_error()
    {
        var check = await CommandLine.RunAsync("library", "check", "--today", "2026-11-27");

        Assert.Equal(0, check.ExitCode);
        Assert.DoesNotContain(": error ", check.Output, StringComparison.Ordinal);
        Assert.Matches(@"^202 articles, 0 errors, \d+ warnings\s*$", check.Errors);
    }

    [Fact]
    public async Task Check_of_another_day_warns_of_reviews_that_are_over_by_then_and_fails_nobody()
    {
        var check = await CommandLine.RunAsync("library", "check", "--today", "2027-12-24");

        Assert.Equal(0, check.ExitCode);
        Assert.Contains(": warning CB204: the review ran out on 2027-", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_prints_SARIF_for_code_scanning()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        File.WriteAllText(Path.Combine(library, "it", "broken.md"), "no front matter");

        var check = await CommandLine.RunAsync("library", "check", "--library", library, "--sarif", "--today", "2026-11-27");

        Assert.Equal(1, check.ExitCode);
        var run = JsonDocument.Parse(check.Output).RootElement.GetProperty("runs")[0];
        var error = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("level").GetString() == "error");
        Assert.Equal("CB101", error.GetProperty("ruleId").GetString());
        Assert.Equal(
            "it/broken.md",
            error.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Check_keeps_its_proof_in_the_data_folder_that_is_named_and_makes_none_that_is_not()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "named");
        string[] check = ["library", "check", "--library", folder.CopyOfLibrary(), "--today", "2026-11-27"];
        var here = CommandLine.StartInfo(check);
        here.WorkingDirectory = folder.Path;

        var without = await CommandLine.RunAsync(here);
        var first = await CommandLine.RunAsync([.. check, "--data", data]);
        var second = await CommandLine.RunAsync([.. check, "--data", data]);

        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
        Assert.Single(Directory.GetFiles(Path.Combine(data, "checks")));
        Assert.Equal(without, first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Mistake_in_an_article_is_named_with_file_line_and_column_and_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        var article = Path.Combine(library, "it", "faq", "returns", "refund-times.md");
        File.WriteAllText(article, File.ReadAllText(article).Replace("topic:", "topik:", StringComparison.Ordinal));

        var here = CommandLine.StartInfo(["library", "check", "--library", library]);
        here.WorkingDirectory = Path.Combine(library, "en");
        var check = await CommandLine.RunAsync(here);
        var asJson = await CommandLine.RunAsync("library", "check", "--library", library, "--json");

        Assert.Equal(1, check.ExitCode);
        Assert.Matches(@"(?m)^\.\./it/faq/returns/refund-times\.md:\d+:1: error CB\d{3}: .*topik.*topic", check.Output);
        Assert.Equal(1, asJson.ExitCode);
        Assert.Single(
            JsonDocument.Parse(asJson.Output).RootElement.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public async Task Shipped_procedures_have_no_error()
    {
        var check = await CommandLine.RunAsync("procedure", "check", "--today", "2026-11-27");

        Assert.Equal("", check.Output);
        Assert.Equal(0, check.ExitCode);
        Assert.Matches(@"^\d+ procedures? in order, 0 errors, 0 warnings\s*$", check.Errors);
    }

    [Fact]
    public async Task Mistake_in_a_procedure_is_named_with_file_line_and_column_and_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        File.WriteAllText(
            Path.Combine(library, "procedures", "trial.yaml"),
            "procedure: trial\ntitle: { it: Prova, en: Trial }\nversion: 1\nsteps:\n  - { id: hand, handoff: nobody, why: { it: Prova, en: Trial } }\n");

        var check = await CommandLine.RunAsync("procedure", "check", "--library", library);
        var asJson = await CommandLine.RunAsync("procedure", "check", "--library", library, "--json");
        var asSarif = await CommandLine.RunAsync("procedure", "check", "--library", library, "--sarif");
        var ofAll = await CommandLine.RunAsync("library", "check", "--library", library, "--today", "2026-11-27");

        Assert.Equal(1, check.ExitCode);
        Assert.Matches(@"(?m)procedures/trial\.yaml:5:26: error CB528: `care-model\.yaml` has no queue `nobody`", check.Output);
        Assert.Equal(1, asJson.ExitCode);
        Assert.Equal(
            "CB528", Assert.Single(JsonDocument.Parse(asJson.Output).RootElement.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(
            "CB528", JsonDocument.Parse(asSarif.Output).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Equal(1, ofAll.ExitCode);
        Assert.Contains("procedures/trial.yaml:5:26: error CB528", ofAll.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_procedures_that_are_nowhere_says_so()
    {
        var check = await CommandLine.RunAsync("procedure", "check", "--library", Path.Combine(Path.GetTempPath(), "carebot-no-library"));

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("error CB001: the library's folder does not exist", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sevre")]
    [InlineData("ask")]
    [InlineData("ask", "hello", "--lang", "fr")]
    [InlineData("metrics", "report", "--from", "yesterday")]
    [InlineData("library", "gaps", "--max", "0")]
    [InlineData("library", "gaps", "--max", "many")]
    [InlineData("library", "gaps", "--from", "2026-11-02", "--to", "2026-10-01")]
    [InlineData("library", "impact")]
    [InlineData("library", "impact", "--against", "HEAD", "--questions", "-3")]
    [InlineData("library", "impact", "--against", "HEAD", "--questions", "99999999999")]
    [InlineData("library", "eval")]
    [InlineData("library", "check", "--json", "--sarif")]
    [InlineData("library", "check", "--today", "tomorrow")]
    [InlineData("procedure", "check", "--json", "--sarif")]
    [InlineData("ask", " ")]
    [InlineData("metrics", "report", "--from", "2026-11-02", "--to", "2026-10-01")]
    public async Task Wrong_usage_is_exit_code_2_and_a_sentence_on_standard_error(params string[] arguments)
    {
        var run = await CommandLine.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("carebot:", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no option --prot; did you mean --urls?", "serve", "--prot", "80")]
    [InlineData("there is no option --lbrary; did you mean --library?", "ask", "hello", "--lbrary=x")]
    [InlineData("\"sevre\" is no command of carebot; did you mean serve?", "sevre")]
    [InlineData("carebot metrics what? There are: report, rebuild.", "metrics")]
    public async Task What_was_probably_meant_is_said(string sentence, params string[] arguments)
    {
        var run = await CommandLine.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"carebot: {sentence}", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--data", "FILE/data")]
    [InlineData("metrics", "report", "--data", "FILE")]
    [InlineData("metrics", "report", "--data", "MISSING")]
    [InlineData("ask", "quanto costa la spedizione", "--library", "MISSING")]
    [InlineData("library", "eval", "--questions", "MISSING")]
    [InlineData("library", "eval", "--questions", ".")]
    [InlineData("library", "eval", "--questions", "FILE")]
    [InlineData("library", "gaps", "--data", ".", "--library", "MISSING")]
    [InlineData("library", "check", "--data", "FILE")]
    [InlineData("serve", "--Care:Compny=Laguna")]
    [InlineData("serve", "--Care:MissesMax=many")]
    public async Task What_stands_in_the_way_is_exit_code_1_and_one_sentence(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var run = await CommandLine.RunAsync(
        [
            .. arguments.Select(word => word
                .Replace("FILE", file, StringComparison.Ordinal)
                .Replace("MISSING", Path.Combine(folder.Path, "missing"), StringComparison.Ordinal)),
        ]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"\Acarebot: [^\n]+[.?]\n\z", run.Errors);
    }

    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("ask")]
    [InlineData("library", "check")]
    [InlineData("library", "gaps")]
    [InlineData("library", "impact")]
    [InlineData("metrics", "report")]
    [InlineData("teams", "package")]
    public async Task Help_shows_examples(params string[] command)
    {
        var help = await CommandLine.RunAsync([.. command, "--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_for_teams_is_written_with_what_is_set_and_refused_without_an_address()
    {
        using var folder = new TemporaryFolder();
        var package = Path.Combine(folder.Path, "care.zip");
        string[] call = ["teams", "package", "--app-id", "11111111-2222-3333-4444-555555555555", "--out", package];

        var refused = await CommandLine.RunAsync(call);
        var written = await CommandLine.RunAsync([.. call, "--PublicBaseUrl=https://chat.example.com", "--Teams:AgentChannel=19:x@thread.tacv2"]);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("PublicBaseUrl is not set", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (written.ExitCode, written.Output));
        using var archive = ZipFile.OpenRead(package);
        using var manifest = await JsonDocument.ParseAsync(archive.GetEntry("manifest.json")!.Open());
        Assert.Equal("Bottega Laguna", manifest.RootElement.GetProperty("name").GetProperty("short").GetString());

        // It is mentioned where it is to hear something: it asks for no permission to read along.
        Assert.False(manifest.RootElement.TryGetProperty("authorization", out _));
    }

    [Fact]
    public async Task Output_for_a_file_or_with_NO_COLOR_has_no_control_codes()
    {
        var start = CommandLine.StartInfo(["ask", "quanto costa la spedizione"]);
        start.Environment["NO_COLOR"] = "1";
        // Build servers show colours, and the console's library trusts them more than the pipe it writes to.
        start.Environment["GITHUB_ACTIONS"] = "true";

        var asked = await CommandLine.RunAsync(start);

        Assert.DoesNotContain('\u001b', asked.Output);
    }

    [Fact]
    public async Task Help_of_serve_names_the_port_and_nothing_that_is_not_there()
    {
        var help = await CommandLine.RunAsync("serve", "--help");

        Assert.Contains("--urls=http://localhost:8080", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("additional arguments", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_that_is_taken_is_said_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await CommandLine.RunAsync("serve", "--data", folder.Path, $"--urls=http://127.0.0.1:{port}");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("--urls=http://localhost:PORT", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_on_a_fresh_folder_has_no_data_rather_than_zero_per_cent()
    {
        using var folder = new TemporaryFolder();

        var report = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");

        var json = JsonDocument.Parse(report.Output).RootElement;
        Assert.Equal(0, json.GetProperty("contacts").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("botResolution").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("waitSeconds").GetProperty("p90").ValueKind);
    }

    [Fact]
    public async Task Wrong_setting_stops_the_start_with_its_name()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandLine.RunAsync("serve", "--data", folder.Path, "--Care:WrongAnswersMax=1.5", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("WrongAnswersMax", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }
}
