using System.Net;
using System.Text;
using System.Text.Json;
using CareBot.Host.Desk;
using CareBot.Host.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.DirectLine;

/// <summary>Files from customers: how they come, where they lie, who sees them and for how long.</summary>
public sealed class UploadTests(UploadTests.Service service) : IClassFixture<UploadTests.Service>
{
    private const int BytesMax = 4096;

    private static readonly byte[] Png = Convert.FromHexString("89504e470d0a1a0a");

    public sealed class Service() : DirectLineService(
        ("DirectLine:MaxUploadBytes", "4096"), ("DirectLine:MaxActivityBytes", "2048"), ("DirectLine:PostLimit", "3"), ("DirectLine:PostWindowSeconds", "30"));

    private sealed class ServiceWithLittleRoom() : DirectLineService(("DirectLine:MaxKeptUploadBytes", "60000"));

    private readonly CareBotApp app = service.App;
    private readonly DirectLineClient client = service.Client;
    private readonly HttpClient browser = service.App.CreateClient();

    [Fact]
    public async Task DL_15_Form_as_a_browser_sends_it_is_one_message_with_its_files_in_order()
    {
        var talk = await client.StartAsync("dl_anna");
        using var form = Form(
            new { type = "message", text = "è arrivato così", from = new { id = "dl_ivan" }, attachments = new[] { new { name = "a.png", contentType = "image/png", thumbnailUrl = "data:image/png;base64,AAAA" } }, channelData = new { attachmentSizes = new[] { 8, 3 } } },
            (Png, "image/png", "à (1).png"), ("AAA"u8.ToArray(), "text/plain; charset=utf-8", "b.txt"));

        var answer = await talk.UploadAsync(form, "?userId=dl_ivan");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var said = (await talk.HistoryAsync(2))[1];
        Assert.Equal((answer["id"], "è arrivato così", "dl_anna"), (said.Text("id"), said.Text("text"), said.Text("from.id")));
        Assert.Equal(8, said.GetProperty("channelData").GetProperty("attachmentSizes")[0].GetInt32());
        var attachments = said.GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal([("à (1).png", "image/png"), ("b.txt", "text/plain")], attachments.Select(one => (one.Text("name"), one.Text("contentType"))));
        Assert.Equal(attachments[0].Text("contentUrl"), attachments[0].Text("thumbnailUrl"));
        Assert.Null(attachments[1].Text("thumbnailUrl"));
        Assert.Equal("AAA", await browser.GetStringAsync(new Uri(attachments[1].Text("contentUrl")!)));
    }

    [Fact]
    public async Task DL_15_Form_without_an_activity_is_a_message_without_words_and_the_bot_offers_a_person()
    {
        var talk = await client.StartAsync();
        using var form = Form(null, (Png, "image/png", "foto.png"));

        await talk.UploadAsync(form);

        Assert.Equal("message", (await talk.HistoryAsync(2))[1].Text("type"));
        Assert.Contains("non so leggere immagini", (await talk.HistoryAsync(3))[2].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DL_15_Upload_without_a_user_bound_is_of_the_user_in_its_address()
    {
        var talk = await client.StartAsync(user: null);
        using var form = Form(null, (Png, "image/png", "foto.png"));

        await talk.UploadAsync(form, "?userId=r_1");

        Assert.Equal("r_1", (await talk.HistoryAsync(1))[0].Text("from.id"));
    }

    [Theory]
    [InlineData("name=\"file\"; filename=\"note.txt\"")]
    [InlineData("attachment; filename=note.txt")]
    [InlineData("form-data; name=\"file\"; filename*=UTF-8''note.txt")]
    public async Task DL_16_One_bare_body_is_one_file(string disposition)
    {
        var talk = await client.StartAsync();
        using var body = Body("raw", "text/plain", disposition);

        Assert.Equal(HttpStatusCode.OK, (await talk.UploadAsync(body)).Status);

        var attachment = (await talk.HistoryAsync(2))[1].GetProperty("attachments")[0];
        Assert.Equal(("note.txt", "text/plain"), (attachment.Text("name"), attachment.Text("contentType")));
        Assert.Equal("raw", await browser.GetStringAsync(new Uri(attachment.Text("contentUrl")!)));
    }

    [Theory]
    [InlineData("image/png", "inline", "image/png")]
    [InlineData("video/mp4", "inline", "video/mp4")]
    [InlineData("text/html", "attachment", "application/octet-stream")]
    [InlineData("image/svg+xml", "attachment", "application/octet-stream")]
    [InlineData("application/pdf", "attachment", "application/octet-stream")]
    [InlineData("nonsense", "attachment", "application/octet-stream")]
    public async Task DL_17_Only_what_cannot_run_is_shown_in_place(string type, string disposition, string served)
    {
        var talk = await client.StartAsync();
        using var form = Form(null, ("<script>alert(1)</script>"u8.ToArray(), type, "../../etc/x.html"));
        await talk.UploadAsync(form);

        using var file = await browser.GetAsync(new Uri((await AttachmentsAsync(talk))[0].Text("contentUrl")!));

        Assert.Equal((disposition, served), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal("x.html", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task DL_17_Address_is_the_public_one_and_cannot_be_guessed()
    {
        var talk = await client.StartAsync();
        using var form = Form(null, (Png, "image/png", "a.png"), (Png, "image/png", "a.png"));
        await talk.UploadAsync(form);

        var urls = (await AttachmentsAsync(talk)).Select(one => one.Text("contentUrl")!).ToList();

        Assert.All(urls, url => Assert.Matches("^http://localhost:3978/uploads/[0-9]+-[A-Za-z0-9]{22}$", url));
        Assert.NotEqual(urls[0], urls[1]);
    }

    [Theory]
    [InlineData("..%2Fcarebot.db")]
    [InlineData("1-AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1-AAAAAAAAAAAAAAAAAAAA%2F.")]
    public async Task SEC_6_What_is_no_id_of_a_file_is_404(string id)
    {
        using var file = await browser.GetAsync(new Uri($"/uploads/{id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Theory]
    [InlineData(@"C:\temp\foto.jpg", "foto.jpg")]
    [InlineData("../../../carebot.db", "carebot.db")]
    [InlineData("fattura\u202Egpj.exe", "fatturagpj.exe")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void SEC_6_Name_is_the_last_part_and_hides_nothing(string? sent, string name) =>
        Assert.Equal(name, CareBot.Host.Channels.DirectLine.UploadedName.Of(sent));

    [Fact]
    public void SEC_6_Name_that_is_too_long_keeps_its_kind()
    {
        var name = CareBot.Host.Channels.DirectLine.UploadedName.Of(new string('x', 400) + ".jpeg");

        Assert.Equal(150, name.Length);
        Assert.EndsWith("x.jpeg", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DL_12_Files_that_are_too_large_together_are_413_and_leave_nothing()
    {
        var talk = await client.StartAsync();
        var before = Kept();
        using var form = Form(null, (new byte[BytesMax - 1], "image/png", "a.png"), (new byte[2], "image/png", "b.png"));

        var answer = await talk.UploadAsync(form);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (answer.Status, answer.ErrorCode));
        Assert.Equal(before, Kept());
        Assert.Single(await talk.HistoryAsync());
    }

    [Fact]
    public async Task SEC_6_Eleven_files_are_400_and_leave_nothing()
    {
        var talk = await client.StartAsync();
        var before = Kept();
        using var form = Form(null, [.. Enumerable.Range(0, 11).Select(n => (Png, "image/png", $"{n}.png"))]);

        Assert.Equal(HttpStatusCode.BadRequest, (await talk.UploadAsync(form)).Status);
        Assert.Equal(before, Kept());
    }

    public static TheoryData<string> Unacceptable => ["{\"type\":\"invoke\"}", "{\"type\":\"event\"}", "{}", "[]", "not json"];

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public async Task DL_11_Activity_that_is_unacceptable_is_400_and_its_files_go(string activity)
    {
        var talk = await client.StartAsync();
        var before = Kept();
        using var form = Form(activity, (Png, "image/png", "a.png"));

        Assert.Equal(HttpStatusCode.BadRequest, (await talk.UploadAsync(form)).Status);
        Assert.Equal(before, Kept());
        Assert.Single(await talk.HistoryAsync());
    }

    [Fact]
    public async Task DL_15_Upload_without_a_file_or_broken_off_is_400()
    {
        var talk = await client.StartAsync();
        using var without = Form(new { type = "message", text = "x" });
        using var broken = Body("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf", "multipart/form-data; boundary=b", null);
        using var empty = Body("", "text/plain", "attachment; filename=a");
        var before = Kept();

        foreach (var content in new HttpContent[] { without, broken, empty })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await talk.UploadAsync(content)).Status);
        }

        Assert.Equal(before, Kept());
    }

    [Fact]
    public async Task DL_25_Same_upload_again_is_the_first_one_and_keeps_its_files_once()
    {
        var talk = await client.StartAsync();
        var activity = new { type = "message", channelData = new { clientActivityID = "c1" } };
        using var first = Form(activity, (Png, "image/png", "a.png"));
        using var second = Form(activity, (Png, "image/png", "a.png"));

        var one = await talk.UploadAsync(first);
        var before = Kept();
        var other = await talk.UploadAsync(second);

        Assert.Equal(one["id"], other["id"]);
        Assert.Equal(before, Kept());
    }

    [Fact]
    public async Task DL_20_Uploads_count_as_posts()
    {
        var talk = await client.StartAsync();
        for (var time = 0; time < 3; time++)
        {
            using var form = Form(null, (Png, "image/png", "a.png"));
            Assert.Equal(HttpStatusCode.OK, (await talk.UploadAsync(form)).Status);
        }

        using var one = Form(null, (Png, "image/png", "a.png"));
        var refused = await talk.UploadAsync(one);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Header("Retry-After"));
    }

    [Fact]
    public async Task DL_14_Token_of_another_conversation_may_not_upload_and_an_unknown_one_is_404()
    {
        var talk = await client.StartAsync();
        using var foreign = Form(null, (Png, "image/png", "a.png"));
        using var nowhere = Form(null, (Png, "image/png", "a.png"));

        Assert.Equal(HttpStatusCode.Forbidden, (await client.UploadAsync("/conversations/other/upload", foreign, talk.Token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.UploadAsync("/conversations/other/upload", nowhere, DirectLineClient.Secret)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync($"{talk.Path}/upload", talk.Token)).Status);
    }

    [Fact]
    public async Task Agent_sees_the_files_and_the_list_names_them()
    {
        var talk = await client.StartAsync();
        await talk.SayAsync("operatore");
        using var form = Form(null, (Png, "image/png", "crepa.png"), ("%PDF"u8.ToArray(), "application/pdf", "scontrino.pdf"));
        await talk.UploadAsync(form);

        var shown = app.Get<DeskView>().Transcript(new ConversationId(talk.Id))!.Entries.OfType<DeskEntry.Customer>().Last();

        Assert.Equal([("crepa.png", 8, true), ("scontrino.pdf", 4, false)], shown.Files.Select(file => (file.Name, (int)file.Bytes, file.IsPicture)));
        Assert.Equal(Png, await browser.GetByteArrayAsync(new Uri(shown.Files[0].Address!, UriKind.Relative)));
        var line = app.Get<DeskView>().Lists().Waiting.Single(line => line.Id.Value == talk.Id);
        Assert.Equal(("crepa.png, scontrino.pdf", true), (line.Last.Text, line.Last.AwaitsReply));
        Assert.Equal("operatore", app.Get<DeskView>().Transcript(new ConversationId(talk.Id))!.CustomersWords);
    }

    [Fact]
    public async Task Files_go_when_their_time_is_over_even_if_the_service_was_down_then_and_the_message_stays()
    {
        var folder = Directory.CreateTempSubdirectory("carebot-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        string id;
        await using (var first = new CareBotApp(DirectLineClient.SecretSetting) { KeptFolder = folder, Clock = clock })
        using (var customer = new DirectLineClient(first))
        {
            var talk = await customer.StartAsync();
            using var form = Form(null, (Png, "image/png", "foto.png"));
            await talk.UploadAsync(form);
            id = talk.Id;
            Directory.CreateDirectory(Path.Combine(folder, "uploads", $"{clock.GetUtcNow().ToUnixTimeSeconds()}-{new string('A', 22)}.part"));
            clock.Advance(TimeSpan.FromHours(23));
        }

        clock.Advance(TimeSpan.FromMinutes(30));
        await using (var early = new CareBotApp { KeptFolder = folder, Clock = clock })
        {
            Assert.NotNull(FileOf(early).Address);
        }

        clock.Advance(TimeSpan.FromMinutes(31));
        await using (var late = new CareBotApp { KeptFolder = folder, Clock = clock })
        {
            Assert.Equal(("foto.png", null), (FileOf(late).Name, FileOf(late).Address));
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "uploads")));
        }

        Directory.Delete(folder, recursive: true);

        DeskFile FileOf(CareBotApp at) => at.Get<DeskView>().Transcript(new ConversationId(id))!.Entries
            .OfType<DeskEntry.Customer>().Single().Files.Single();
    }

    [Fact]
    public async Task SEC_6_Where_all_files_take_what_they_may_no_more_is_taken_until_old_ones_have_gone()
    {
        const int file = 20_000;
        await using var small = new ServiceWithLittleRoom();
        var talk = await small.Client.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync()).Status);
        var refused = await UploadAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests", "600"), (refused.Status, refused.ErrorCode, refused.Header("Retry-After")));
        Assert.Equal(2, Directory.EnumerateDirectories(small.App.Get<DataFolder>().Uploads).Count());

        small.Clock.Advance(TimeSpan.FromHours(25));
        await UntilAsync(() => !Directory.EnumerateDirectories(small.App.Get<DataFolder>().Uploads).Any());
        talk = await small.Client.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync()).Status);

        async Task<Answer> UploadAsync()
        {
            using var form = Form(null, (new byte[file], "image/png", "a.png"));
            return await talk.UploadAsync(form);
        }
    }

    [Fact]
    public async Task SEC_6_Files_of_before_a_start_count()
    {
        var folder = Directory.CreateTempSubdirectory("carebot-").FullName;
        (string, string?)[] settings = [DirectLineClient.SecretSetting, ("DirectLine:MaxKeptUploadBytes", "30000")];
        Assert.Equal(HttpStatusCode.OK, await UploadAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, await UploadAsync());
        Directory.Delete(folder, recursive: true);

        async Task<HttpStatusCode> UploadAsync()
        {
            await using var again = new CareBotApp(settings) { KeptFolder = folder };
            using var customer = new DirectLineClient(again);
            using var form = Form(null, (new byte[20_000], "image/png", "a.png"));
            return (await (await customer.StartAsync()).UploadAsync(form)).Status;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private string[] Kept()
    {
        var folder = app.Get<DataFolder>().Uploads;
        return Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)] : [];
    }

    private static async Task<List<JsonElement>> AttachmentsAsync(Talk talk) =>
        [.. (await talk.HistoryAsync(2))[1].GetProperty("attachments").EnumerateArray()];

    private static MultipartFormDataContent Form(object? activity, params (byte[] Bytes, string Type, string Name)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            Add(form, Encoding.UTF8.GetBytes(activity as string ?? JsonSerializer.Serialize(activity)), "application/vnd.microsoft.activity", "activity", "blob");
        }

        foreach (var (bytes, type, name) in files)
        {
            Add(form, bytes, type, "file", name);
        }

        return form;
    }

    /// <summary>As a browser writes it: names in UTF-8 between quotes, and nothing else.</summary>
    private static void Add(MultipartFormDataContent form, byte[] bytes, string type, string field, string name)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Type", type);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Latin(name)}\"");
        form.Add(part);

        // HttpClient writes a header's characters as bytes one by one.
        static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static StringContent Body(string text, string type, string? disposition)
    {
        var body = new StringContent(text);
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        if (disposition is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        return body;
    }
}
