using System.Net;
using System.Text;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.BadInput;

/// <summary>On a real socket, because it is the server below the pages that ends a body which is too large.</summary>
public sealed class LargeBodyTests : IAsyncLifetime
{
    private PracticeHost _host = null!;

    public async Task InitializeAsync() => _host = await PracticeHost.StartAsync(TestDatabaseProvider.Sqlite, new HostChanges { OnASocket = true });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_OverAMegabyte_SaysSoAndKeepsWhatWasSavedBefore(bool inChunks)
    {
        var family = await AtSecondQuestionAsync();

        var page = await PostAsync(family, new string('w', FormLimits.MaxBodyBytes), inChunks);

        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Heading.ShouldBe("That was too much to send at once");
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldContain("Saved before");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_JustUnderAMegabyte_IsShownAgainWhole(bool inChunks)
    {
        var family = await AtSecondQuestionAsync();
        await family.Browser.GetAsync("/feedback/question/situation");
        var text = new string('w', FormLimits.MaxBodyBytes - 2_000);

        var page = await PostAsync(family, text, inChunks);

        page.Errors.ShouldHaveSingleItem().ShouldContain("too long");
        page.Document.QuerySelector("#situation")!.TextContent.ShouldBe(text);
    }

    [Fact]
    public async Task Post_ThousandsOfFields_IsAnsweredWithAPage()
    {
        var family = await AtSecondQuestionAsync();

        var page = await PostAsync(family, "x" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"&f{i}=1")), inChunks: false);

        ((int)page.Status).ShouldBeInRange(400, 499);
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldContain("Saved before");
    }

    [Theory]
    [InlineData("/f/%00")]
    [InlineData("/f/..%2f..%2fetc%2fpasswd")]
    [InlineData("/feedback/question/%00")]
    [InlineData("/feedback/question/%F0%9F%99%82")]
    [InlineData("/%2e%2e/%2e%2e/appsettings.json")]
    public async Task Get_OddAddress_IsAnsweredWithoutAnError(string path)
    {
        using var client = new System.Net.Sockets.TcpClient("localhost", _host.ClientOptions.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);

        var status = int.Parse((await reader.ReadLineAsync())!.Split(' ')[1]);

        status.ShouldBeInRange(200, 499);
    }

    private async Task<Family> AtSecondQuestionAsync()
    {
        var family = new Family(_host.Browser());
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("situation", "Saved before"));
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldContain("Saved before");
        return family;
    }

    private static Task<Page> PostAsync(Family family, string words, bool inChunks)
    {
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, "/feedback/question/situation")
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"__RequestVerificationToken={Uri.EscapeDataString(token)}&situation={words}")),
        };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = inChunks;
        return family.Browser.OpenAsync(request);
    }
}
