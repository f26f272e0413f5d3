using System.Net;
using System.Web;
using AngleSharp;
using AngleSharp.Dom;

namespace RelationalPractice.Testing.Html;

/// <summary>
/// A browser without scripting: keeps cookies, follows links and redirects, sends the forms it was shown, and checks
/// every page it receives (<see cref="PageChecks"/>).
/// </summary>
/// <param name="http">Must have a base address, and neither follow redirects nor keep cookies itself.</param>
public sealed class PageClient(HttpClient http)
{
    private const int MostRedirects = 10;

    private readonly CookieContainer _cookies = new();
    private Page? _page;

    private PageClient(PageClient sibling)
        : this(sibling.Http) => _cookies = sibling._cookies;

    /// <summary>The page shown now.</summary>
    public Page Page => _page ?? throw new InvalidOperationException("No page has been opened yet.");

    private HttpClient Http { get; } = http;

    private Uri Site { get; } = http.BaseAddress ?? throw new ArgumentException("The client needs a base address.", nameof(http));

    /// <summary>Another tab of the same browser: the same cookies, its own page.</summary>
    public PageClient NewTab() => new(this);

    public Task<Page> GetAsync(string path) => OpenAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Page> FollowAsync(string linkText)
    {
        var links = Page.Document.QuerySelectorAll("a[href]").Where(link => string.Equals(PageText.Of(link), linkText, StringComparison.Ordinal));
        var targets = links.Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal).ToList();
        return targets is [var target]
            ? OpenAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Site, Page.Path), target)))
            : throw new InvalidOperationException($"{targets.Count} links '{linkText}' on {Page.Path}.");
    }

    /// <summary>
    /// Fills in the form that holds the button, on the page shown, and presses the button. Only what a person could do
    /// there is possible; a value of null leaves radios and boxes unchosen.
    /// </summary>
    public Task<Page> SubmitAsync(string button, params (string Field, string? Value)[] values) => SubmitAsync(Page, button, values);

    /// <summary>The same on a page shown earlier, as after "Back".</summary>
    public Task<Page> SubmitAsync(Page page, string button, params (string Field, string? Value)[] values) =>
        OpenAsync(FormSubmission.Of(page.Document, button, values));

    /// <summary>
    /// The form of the page shown as somebody with tools would send it: any field set to anything, the antiforgery token
    /// still the right one.
    /// </summary>
    public async Task<Page> ForgeAsync(string button, params (string Field, string Value)[] values)
    {
        var request = FormSubmission.Of(Page.Document, button, []);
        var sent = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync());
        foreach (var (field, value) in values)
        {
            sent[field] = value;
        }

        return await PostAsync(request.RequestUri!.PathAndQuery, sent.AllKeys.Select(key => (key!, sent[key]!)));
    }

    public Task<Page> PostAsync(string path, IEnumerable<(string Field, string Value)> fields) =>
        OpenAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)))
        });

    /// <summary>One request with this browser's cookies: for files, and for what no page asks for.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var uri = new Uri(Site, request.RequestUri!);
        if (_cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        var response = await Http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                _cookies.SetCookies(uri, cookie);
            }
        }

        return response;
    }

    public Cookie? Cookie(string name) => _cookies.GetCookies(Site).SingleOrDefault(cookie => string.Equals(cookie.Name, name, StringComparison.Ordinal));

    public void SetCookie(string name, string value) => _cookies.Add(Site, new Cookie(name, value, "/") { Secure = Site.Scheme == Uri.UriSchemeHttps });

    public void ForgetCookies()
    {
        foreach (var cookie in _cookies.GetAllCookies().AsEnumerable())
        {
            cookie.Expired = true;
        }
    }

    /// <summary>Any request at all, with this browser's cookies, whose answer becomes the page shown.</summary>
    public async Task<Page> OpenAsync(HttpRequestMessage request)
    {
        var steps = new List<Step>();
        while (true)
        {
            var method = request.Method;
            var uri = new Uri(Site, request.RequestUri!);
            var response = await SendAsync(request);
            var next = Redirect(response) is { } location ? new Uri(uri, location) : null;
            var leaves = next is not null && !string.Equals(next.Authority, Site.Authority, StringComparison.OrdinalIgnoreCase);
            steps.Add(new Step(method, uri.PathAndQuery, response.StatusCode, leaves ? next : null));

            if (next is not null && !leaves)
            {
                PageChecks.Check(response);
                request = new HttpRequestMessage(HttpMethod.Get, next);
                if (steps.Count > MostRedirects)
                {
                    throw new InvalidOperationException($"Redirects do not end: {string.Join(" → ", steps.Select(step => step.Path))}");
                }

                continue;
            }

            _page = new Page(await ReadAsync(uri, response), response, steps);
            PageChecks.Check(response);
            if (next is null)
            {
                PageChecks.Check(_page.Document, response);
            }

            return _page;
        }
    }

    private static async Task<IDocument> ReadAsync(Uri uri, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(virtualResponse => virtualResponse.Address(uri).Content(html));
    }

    // 307 and 308 repeat the form's content. No page of ours answers so, and a test must notice if one does.
    private static Uri? Redirect(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther => response.Headers.Location,
        HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => throw new InvalidOperationException($"Unexpected redirect with {(int)response.StatusCode}."),
        _ => null
    };
}
