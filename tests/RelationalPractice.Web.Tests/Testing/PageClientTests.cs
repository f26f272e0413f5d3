using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Testing;

public sealed class PageClientTests : IAsyncLifetime
{
    private const string Form = """
        <form method="post" action="/feedback/answer">
          <input type="hidden" name="__RequestVerificationToken" value="token">
          <label for="words">Your words</label><textarea id="words" name="words"></textarea>
          <fieldset><legend>How was it</legend>
            <input type="radio" name="score" value="1" id="s1"><label for="s1">1</label>
            <input type="radio" name="score" value="2" id="s2" checked><label for="s2">2</label>
          </fieldset>
          <label for="area">Area</label><select id="area" name="area"><option value="">None</option><option value="north">North</option></select>
          <button type="submit">Continue</button>
          <button type="submit" name="then" value="stop">Stop</button>
        </form>
        """;

    private WebApplication _app = null!;
    private PageClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        _app = builder.Build();
        _app.MapGet("/feedback/start", (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "s1", new CookieOptions { Secure = true, HttpOnly = true });
            return Answer(context, Form);
        });
        _app.MapPost("/feedback/answer", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var words = WebUtility.HtmlEncode(string.Join('|', form.Select(field => $"{field.Key}={field.Value}")));
            return Answer(context, $"<p id=\"sent\">{words}</p><p id=\"cookie\">{context.Request.Cookies["session"]}</p>");
        });
        _app.MapGet("/feedback/first", () => Results.Redirect("second"));
        _app.MapGet("/feedback/second", () => Results.LocalRedirect("/feedback/start"));
        _app.MapGet("/feedback/round", () => Results.Redirect("/feedback/round"));
        _app.MapGet("/leave", () => Results.Redirect("https://weather.example/today"));
        _app.MapGet("/feedback/bad", (HttpContext context) => Answer(context, "<h1>Two</h1>"));
        _app.MapGet("/feedback/tracked", (HttpContext context) =>
        {
            context.Response.Cookies.Append("tracker", "1");
            return Results.Redirect("/feedback/start");
        });
        await _app.StartAsync();
        var http = _app.GetTestClient();
        http.BaseAddress = new Uri("https://localhost");
        _client = new PageClient(http);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Submit_FieldsFilledIn_SendsWhatABrowserWould()
    {
        await _client.GetAsync("/feedback/start");

        var page = await _client.SubmitAsync("Continue", ("words", "Zoë & 🙂\nnext"), ("score", "1"), ("area", "north"));

        PageText(page, "#sent").ShouldBe("__RequestVerificationToken=token|words=Zoë & 🙂 next|score=1|area=north");
        PageText(page, "#cookie").ShouldBe("s1");
    }

    [Fact]
    public async Task Submit_ButtonWithNameAndNothingFilledIn_SendsTheButtonAndWhatStoodThere()
    {
        await _client.GetAsync("/feedback/start");

        var page = await _client.SubmitAsync("Stop", ("score", null));

        PageText(page, "#sent").ShouldBe("__RequestVerificationToken=token|words=|area=|then=stop");
    }

    [Theory]
    [InlineData("score", "3")]
    [InlineData("area", "south")]
    [InlineData("nowhere", "x")]
    [InlineData("__RequestVerificationToken", "x")]
    public async Task Submit_WhatNobodyCouldEnter_IsRefused(string field, string value)
    {
        await _client.GetAsync("/feedback/start");

        await Should.ThrowAsync<InvalidOperationException>(() => _client.SubmitAsync("Continue", (field, value)));
    }

    [Fact]
    public async Task Forge_FieldAndValueTheFormLacks_AreSentWithTheToken()
    {
        await _client.GetAsync("/feedback/start");

        var page = await _client.ForgeAsync("Continue", ("score", "9"), ("tier", "anything"));

        PageText(page, "#sent").ShouldBe("__RequestVerificationToken=token|words=|score=9|area=|tier=anything");
    }

    [Fact]
    public async Task Get_Redirected_FollowsAndRecordsEveryStep()
    {
        var page = await _client.GetAsync("/feedback/first");

        page.Steps.Select(step => (step.Path, step.Status)).ShouldBe(
            [("/feedback/first", HttpStatusCode.Found), ("/feedback/second", HttpStatusCode.Found), ("/feedback/start", HttpStatusCode.OK)]);
        page.Path.ShouldBe("/feedback/start");
        await Should.ThrowAsync<InvalidOperationException>(() => _client.GetAsync("/feedback/round"));
    }

    [Fact]
    public async Task Get_RedirectedToAnotherSite_StopsThere()
    {
        var page = await _client.GetAsync("/leave");

        page.LeavesFor.ShouldBe(new Uri("https://weather.example/today"));
    }

    [Fact]
    public async Task Follow_LinkOnThePage_GoesThere()
    {
        await _client.GetAsync("/feedback/start");

        var page = await _client.FollowAsync("Start again");

        page.Path.ShouldBe("/feedback/start");
        await Should.ThrowAsync<InvalidOperationException>(() => _client.FollowAsync("No such link"));
    }

    [Fact]
    public async Task Cookies_TabsAndTampering_BehaveAsInABrowser()
    {
        var first = await _client.GetAsync("/feedback/start");
        var tab = _client.NewTab();
        tab.SetCookie("session", "tampered");

        PageText(await _client.SubmitAsync(first, "Continue"), "#cookie").ShouldBe("tampered");
        tab.ForgetCookies();
        _client.Cookie("session").ShouldBeNull();
        PageText(await _client.SubmitAsync(first, "Continue"), "#cookie").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/feedback/bad")]
    [InlineData("/feedback/tracked")]
    public async Task Get_PageOrRedirectThatBreaksARule_Fails(string path) =>
        await Assert.ThrowsAsync<ShouldAssertException>(() => _client.GetAsync(path));

    private static string PageText(Page page, string selector) =>
        string.Join(' ', page.Document.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IResult Answer(HttpContext context, string content)
    {
        context.Response.Headers.ContentSecurityPolicy = PageChecksTests.GoodPolicy;
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(
            $"""<!doctype html><html lang="en-GB"><head><title>Page – {ServiceName.Families}</title></head><body><main><h1>One</h1>{content}<a href="start">Start again</a></main></body></html>""",
            "text/html; charset=utf-8");
    }
}
