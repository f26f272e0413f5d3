using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// One person's visit: what they do, said as they would say it, and what must hold on each page they see, whoever they are.
/// </summary>
public sealed class Visit
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PRACTICE_SCREENSHOTS");

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentDictionary<string, int> _hosts = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly Device _device;
    private readonly HashSet<string> _allowedHosts;
    private readonly HashSet<string> _expectedComplaints = new(StringComparer.Ordinal);
    private int _pictures;

    private Visit(PracticeSite site, IBrowserContext context, Device device, string name)
    {
        Site = site;
        Context = context;
        _device = device;
        _name = name;
        _allowedHosts = new HashSet<string>(StringComparer.Ordinal) { site.Address.Authority };
    }

    public PracticeSite Site { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    public static async Task<Visit> BeginAsync(PracticeSite site, IBrowserContext context, Device device, string name)
    {
        var visit = new Visit(site, context, device, name);
        context.Request += (_, request) => visit._hosts.AddOrUpdate(new Uri(request.Url).Authority, 1, (_, count) => count + 1);
        context.Console += (_, message) => visit.Complain(message.Type, message.Text);
        context.WebError += (_, error) => visit.Complain("error", error.Error);
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>Another window of the same browser: the cookies are shared.</summary>
    public async Task<Visit> NewTabAsync() => await BeginTabAsync();

    public Task GoToAsync(string address) => Page.GotoAsync(address);

    /// <summary>Presses a button, or follows a link, by its words.</summary>
    public Task PressAsync(string words) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true })
            .Or(Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }))
            .ClickAsync();

    public Task ChooseAsync(string option) => Page.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync();

    /// <summary>Chooses an answer inside the group that asks <paramref name="question"/>.</summary>
    public Task ChooseAsync(string question, string answer) => Group(question).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();

    public ILocator Group(string question) => Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true });

    public Task WriteAsync(string label, string words) => Box(label).FillAsync(words);

    public ILocator Box(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public async Task<string> HeadingAsync() => await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

    /// <summary>The page with this heading is there and holds what every page must hold.</summary>
    public async Task SeesAsync(string heading)
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = heading, Exact = true })).ToBeVisibleAsync();
        await LookAroundAsync();
    }

    public async Task SeesQuestionAsync(int number)
    {
        await Expect(Page.GetByText($"Question {number} of 7", new() { Exact = true })).ToBeVisibleAsync();
        await LookAroundAsync();
    }

    public async Task SeesProblemAsync(string message)
    {
        await Expect(Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = message })).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: ", default, TimeSpan.FromSeconds(1)));
        await LookAroundAsync();
    }

    public async Task SeesTextAsync(string words) => await Expect(Page.GetByRole(AriaRole.Main).GetByText(words).First).ToBeVisibleAsync();

    /// <summary>What must hold on every page as it stands now: axe finds nothing, and nothing runs off the side of the screen.</summary>
    public async Task LookAroundAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await PhotographAsync();
        (await Accessibility.ViolationsAsync(Page)).ShouldBeEmpty(Page.Url);
        (await WiderThanScreenAsync()).ShouldBeEmpty(Page.Url);
    }

    /// <summary>From here on the visit may go to this other site, which answers with an ordinary page.</summary>
    public async Task LetOutToAsync(string site)
    {
        _allowedHosts.Add(new Uri(site).Authority);
        await Context.RouteAsync(site, route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Body = "<!DOCTYPE html><html lang=\"en\"><title>Weather</title><h1>The weather</h1>"
        }));
    }

    /// <summary>The browser's own note of an answer such as 404, which this visit brings about on purpose.</summary>
    public void ExpectStatus(int status) => _expectedComplaints.Add($"status of {status} ");

    /// <summary>Nothing was asked of any other site, and the browser refused and complained of nothing.</summary>
    public Task EndAsync()
    {
        _hosts.ShouldNotBeEmpty();
        _hosts.Keys.Except(_allowedHosts, StringComparer.Ordinal).ShouldBeEmpty("Nobody else is told of a visit");
        _complaints.Where(complaint => !_expectedComplaints.Any(expected => complaint.Contains(expected, StringComparison.Ordinal))).ShouldBeEmpty();
        return Task.CompletedTask;
    }

    private async Task<Visit> BeginTabAsync()
    {
        var tab = new Visit(Site, Context, _device, _name);
        tab.Page = await Context.NewPageAsync();
        return tab;
    }

    private void Complain(string kind, string text)
    {
        if (kind is "error" or "warning")
        {
            _complaints.Enqueue(text);
        }
    }

    /// <summary>The elements that make the page scroll sideways; none when it does not.</summary>
    private Task<string[]> WiderThanScreenAsync() => Page.EvaluateAsync<string[]>(
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
          return [`${root.scrollWidth} > ${root.clientWidth}`, ...wide.map(e => e.outerHTML.slice(0, 120))];
        }
        """);

    private async Task PhotographAsync()
    {
        if (Pictures is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{_name}-{++_pictures:00}.png"), FullPage = true });
        }
    }
}
