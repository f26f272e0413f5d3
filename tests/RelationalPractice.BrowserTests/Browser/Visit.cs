using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// One person's visit: what they do, said as they would say it, and what must hold on each page they see, whoever they are.
/// </summary>
public sealed class Visit
{
    private readonly Device _device;
    private readonly ScriptBlock? _block;
    private readonly BrowserWatch _watch;
    private readonly Album _album;

    private Visit(IPage page, Device device, ScriptBlock? block, BrowserWatch watch, Album album)
    {
        Page = page;
        _device = device;
        _block = block;
        _watch = watch;
        _album = album;
    }

    public IPage Page { get; }

    public IBrowserContext Context => Page.Context;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public ILocator ErrorSummary => Main.GetByRole(AriaRole.Alert);

    internal static async Task<Visit> BeginAsync(IBrowserContext context, Device device, BrowserWatch watch, Album album)
    {
        var page = await context.NewPageAsync();
        return new Visit(page, device, device.Scripts ? null : await ScriptBlock.OnAsync(page), watch, album);
    }

    /// <summary>Another window of the same browser, which shares the cookies.</summary>
    public Task<Visit> NewTabAsync() => BeginAsync(Context, _device, _watch, _album);

    public Task GoToAsync(string address) => Page.GotoAsync(address);

    /// <summary>Presses a button, or follows a link, by its words.</summary>
    public Task PressAsync(string words) => Pressable(words).ClickAsync();

    public ILocator Pressable(string words) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Or(Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }));

    public Task ChooseAsync(string option) => Radio(option).CheckAsync();

    /// <summary>Chooses an answer inside the group that asks <paramref name="question"/>.</summary>
    public Task ChooseAsync(string question, string answer) => Radio(question, answer).CheckAsync();

    public ILocator Radio(string option) => Page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true });

    public ILocator Radio(string question, string answer) => Group(question).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });

    public ILocator Group(string question) => Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true });

    public Task WriteAsync(string label, string words) => Box(label).FillAsync(words);

    public ILocator Box(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public ILocator Heading(string words) => Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = words, Exact = true });

    /// <summary>The page with this heading is there and holds what every page must hold.</summary>
    public async Task SeesAsync(string heading)
    {
        await Expect(Heading(heading)).ToBeVisibleAsync();
        await LookAroundAsync();
    }

    public async Task SeesQuestionAsync(int number)
    {
        await Expect(Main.GetByText($"Question {number} of 7", new() { Exact = true })).ToBeVisibleAsync();
        await LookAroundAsync();
    }

    /// <summary>The summary of errors says this, and so does the page's title.</summary>
    public async Task SeesProblemAsync(string message)
    {
        await Expect(ErrorSummary.GetByRole(AriaRole.Link, new() { Name = message, Exact = true })).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync(new Regex("^Error: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await LookAroundAsync();
    }

    public Task SeesTextAsync(string words) => Expect(Main).ToContainTextAsync(words);

    /// <summary>What must hold on a page as it stands now: axe finds nothing, and nothing runs off the side of the screen.</summary>
    public async Task LookAroundAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await _album.AddAsync(Page);
        (await Accessibility.ProblemsAsync(Page, _device, _block)).ShouldBeEmpty(Page.Url);
    }

    /// <summary>The same of a note that lies over a page.</summary>
    public async Task LookAtAsync(ILocator part)
    {
        await _album.AddAsync(Page);
        (await Accessibility.ProblemsAsync(part)).ShouldBeEmpty(Page.Url);
    }

    /// <summary>From here on the visit may go to this other site, which answers with an ordinary page.</summary>
    public async Task LetOutToAsync(string address, string heading)
    {
        _watch.Allow(new Uri(address));
        await Context.RouteAsync(address, route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><html lang=\"en\"><title>{heading}</title><h1>{heading}</h1>"
        }));
    }

    /// <summary>Takes the network away, or gives it back; what the browser says about it then is no complaint.</summary>
    public Task SetOfflineAsync(bool offline)
    {
        _watch.Expect("ERR_INTERNET_DISCONNECTED");
        return Context.SetOfflineAsync(offline);
    }

    /// <summary>The browser notes an answer such as 404 as an error. This visit brings it about on purpose.</summary>
    public void ExpectStatus(int status) => _watch.Expect($"status of {status} ");
}
