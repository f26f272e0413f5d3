using System.Net;
using AngleSharp.Dom;

namespace RelationalPractice.Testing.Html;

/// <summary>What the browser shows after a request and all the redirects that followed it.</summary>
public sealed record Page(IDocument Document, HttpResponseMessage Response, IReadOnlyList<Step> Steps)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Path and query.</summary>
    public string Path => Steps[^1].Path;

    public string Heading => PageText.Of(Document.QuerySelector("h1"));

    /// <summary>All words on the page, spaces evened out.</summary>
    public string Text => PageText.Of(Document.Body);

    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary li").Select(PageText.Of)];

    /// <summary>Where the last answer sends the browser, when that is another site: the client does not go there.</summary>
    public Uri? LeavesFor => Steps[^1].LeavesFor;
}

/// <summary>One request and its answer.</summary>
public sealed record Step(HttpMethod Method, string Path, HttpStatusCode Status, Uri? LeavesFor);
