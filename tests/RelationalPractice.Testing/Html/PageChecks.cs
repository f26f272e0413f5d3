using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RelationalPractice.Web.Hosting;
using Shouldly;

namespace RelationalPractice.Testing.Html;

/// <summary>What holds for every page, whatever it is about. <see cref="PageClient"/> asks it of each page it receives.</summary>
public static partial class PageChecks
{
    public static readonly IReadOnlySet<string> FamilyCookies = new HashSet<string>(StringComparer.Ordinal) { "session", "antiforgery" };

    // A page not under one of these is a family's page, so that a new staff area is held to the stricter rules until it is named here.
    private static readonly HashSet<string> StaffAreas = new(StringComparer.OrdinalIgnoreCase)
    {
        "staff", "collation", "supervision", "my-feedback", "invitations", "interviews", "links", "reports", "focus-groups", "boards",
        "action-plans", "guidance", "administration", "data-protection", "audit", "setup"
    };

    public static bool IsForFamilies(string path) => !StaffAreas.Contains(path.Split('/', '?') is [_, var area, ..] ? area : "");

    public static void Check(IDocument document, HttpResponseMessage response) =>
        Problems(document, response).ShouldBeEmpty($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}");

    public static void Check(HttpResponseMessage response) =>
        Problems(response).ShouldBeEmpty($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}");

    /// <summary>Problems of any answer, redirects included.</summary>
    public static IReadOnlyList<string> Problems(HttpResponseMessage response)
    {
        var address = response.RequestMessage!.RequestUri!;
        return IsForFamilies(address.AbsolutePath)
            ? [.. CookieProblems(response), .. AddressProblems([address.PathAndQuery, response.Headers.Location?.OriginalString ?? ""])]
            : [];
    }

    /// <summary>Problems of a page of ours.</summary>
    public static IReadOnlyList<string> Problems(IDocument document, HttpResponseMessage response)
    {
        var site = response.RequestMessage!.RequestUri!;
        return
        [
            .. HeaderProblems(document, response),
            .. StructureProblems(document, response),
            .. NameProblems(document),
            .. InlineProblems(document),
            .. ExternalProblems(document, site),
            .. IsForFamilies(site.AbsolutePath) ? AddressProblems(AddressesIn(document).Where(address => IsForFamilies(address))) : []
        ];
    }

    private static IEnumerable<string> CookieProblems(HttpResponseMessage response) =>
        (response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        .Select(cookie => cookie.Split('=')[0])
        .Where(name => !FamilyCookies.Contains(name))
        .Select(name => $"A cookie that families were not told of: {name}");

    private static IEnumerable<string> AddressProblems(IEnumerable<string> addresses) =>
        addresses.Where(address => Identifier().IsMatch(address)).Select(address => $"An identifier in an address: {address}");

    private static IEnumerable<string> AddressesIn(IDocument document) =>
        document.QuerySelectorAll("a[href], form[action]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!);

    private static IEnumerable<string> HeaderProblems(IDocument document, HttpResponseMessage response)
    {
        if (Header(response, "Referrer-Policy") != "no-referrer")
        {
            yield return "Referrer-Policy is not no-referrer";
        }

        var path = response.RequestMessage!.RequestUri!.AbsolutePath;
        if ((path.StartsWith("/feedback", StringComparison.Ordinal) || !IsForFamilies(path)) && response.Headers.CacheControl is not { NoStore: true })
        {
            yield return "A page with answers that a browser may keep: Cache-Control is not no-store";
        }

        var policy = SecurityPolicy.Parse(Header(response, "Content-Security-Policy"));
        foreach (var problem in policy.Problems())
        {
            yield return problem;
        }

        foreach (var style in document.QuerySelectorAll("style"))
        {
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.TextContent)));
            if (!policy.Allows("style-src", $"'sha256-{hash}'"))
            {
                yield return "The security policy has no hash of a style element";
            }
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private static IEnumerable<string> StructureProblems(IDocument document, HttpResponseMessage response)
    {
        if (document.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"{document.QuerySelectorAll("h1").Length} h1 elements, not one";
        }

        if (document.QuerySelectorAll("main").Length != 1)
        {
            yield return $"{document.QuerySelectorAll("main").Length} main elements, not one";
        }

        if (string.IsNullOrWhiteSpace(document.DocumentElement.GetAttribute("lang")))
        {
            yield return "No lang on the html element";
        }

        var viewport = document.QuerySelector("meta[name=viewport]")?.GetAttribute("content") ?? "";
        if (viewport.Contains("maximum-scale", StringComparison.Ordinal) || viewport.Contains("user-scalable", StringComparison.Ordinal))
        {
            yield return $"The page cannot be made larger: {viewport}";
        }

        var title = document.Title ?? "";
        if (!ServiceNames(response).Any(name => title.EndsWith($" – {name}", StringComparison.Ordinal)))
        {
            yield return $"The title does not end with the service's name: '{title}'";
        }

        var hasSummary = document.QuerySelector(".govuk-error-summary") is not null;
        if (hasSummary != title.StartsWith("Error: ", StringComparison.Ordinal))
        {
            yield return hasSummary ? $"An error summary, but the title does not begin with 'Error: ': '{title}'" : $"No error summary, but the title says so: '{title}'";
        }

        foreach (var id in document.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(group => group.Count() > 1 || string.IsNullOrWhiteSpace(group.Key)))
        {
            yield return $"The id '{id.Key}' stands on {id.Count()} elements";
        }

        foreach (var (element, reference) in References(document).Where(reference => document.GetElementById(reference.Id) is null))
        {
            yield return $"{element.LocalName} points to '{reference}', which is not on the page";
        }
    }

    // What goes wrong before anybody is known to be staff is said in the families' frame, wherever it happened.
    private static string[] ServiceNames(HttpResponseMessage response) =>
        IsForFamilies(response.RequestMessage!.RequestUri!.AbsolutePath) ? [ServiceName.Families]
        : response.IsSuccessStatusCode ? [ServiceName.Staff]
        : [ServiceName.Staff, ServiceName.Families];

    private static IEnumerable<(IElement Element, string Id)> References(IDocument document)
    {
        foreach (var attribute in (string[])["for", "aria-labelledby", "aria-describedby", "aria-controls"])
        {
            foreach (var element in document.QuerySelectorAll($"[{attribute}]"))
            {
                foreach (var id in element.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (element, id);
                }
            }
        }

        foreach (var link in document.QuerySelectorAll("a[href^='#']").Where(link => link.GetAttribute("href")!.Length > 1))
        {
            yield return (link, link.GetAttribute("href")![1..]);
        }
    }

    private static IEnumerable<string> NameProblems(IDocument document)
    {
        foreach (var field in document.QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea").Where(field => !IsLabelled(document, field)))
        {
            yield return $"No label for {field.LocalName} '{field.GetAttribute("name") ?? field.Id}'";
        }

        foreach (var group in document.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(radio => radio.Name, StringComparer.Ordinal))
        {
            if (group.Any(radio => PageText.Of(radio.Closest("fieldset")?.QuerySelector("legend")).Length == 0))
            {
                yield return $"The radios '{group.Key}' have no legend";
            }
        }

        foreach (var silent in document.QuerySelectorAll("a[href], button").Where(element => PageText.Of(element).Length == 0 && !HasOwnName(document, element)))
        {
            yield return $"A {silent.LocalName} without words: {silent.OuterHtml}";
        }

        foreach (var link in document.QuerySelectorAll("a[href][role=button]"))
        {
            yield return $"A link that says it is a button: {link.OuterHtml}";
        }

        foreach (var image in document.QuerySelectorAll("img:not([alt])"))
        {
            yield return $"An image without alt: {image.OuterHtml}";
        }
    }

    private static bool IsLabelled(IDocument document, IElement field) =>
        HasOwnName(document, field)
        || PageText.Of(field.Closest("label")).Length > 0
        || document.QuerySelectorAll<IHtmlLabelElement>("label").Any(label => field.Id is { Length: > 0 } id && string.Equals(label.HtmlFor, id, StringComparison.Ordinal) && PageText.Of(label).Length > 0);

    private static bool HasOwnName(IDocument document, IElement element) =>
        !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label"))
        || (element.GetAttribute("aria-labelledby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(id => PageText.Of(document.GetElementById(id)).Length > 0);

    private static IEnumerable<string> InlineProblems(IDocument document)
    {
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes.Where(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)))
            {
                yield return $"An inline {attribute.Name} on {element.LocalName}, which the security policy stops";
            }
        }

        foreach (var _ in document.QuerySelectorAll("script:not([src])"))
        {
            yield return "An inline script, which the security policy stops";
        }

        foreach (var link in document.QuerySelectorAll("[href^='javascript:' i], [action^='javascript:' i]"))
        {
            yield return $"A script in an address: {link.OuterHtml}";
        }
    }

    private static IEnumerable<string> ExternalProblems(IDocument document, Uri site)
    {
        foreach (var link in document.QuerySelectorAll("a[href], area[href]"))
        {
            if (IsExternal(link.GetAttribute("href")!, site) && !(link.GetAttribute("rel") ?? "").Split(' ').Contains("noreferrer", StringComparer.OrdinalIgnoreCase))
            {
                yield return $"A link to another site without rel=noreferrer: {link.GetAttribute("href")}";
            }
        }

        foreach (var element in document.QuerySelectorAll("*").Where(element => element is not (IHtmlAnchorElement or IHtmlAreaElement)))
        {
            foreach (var attribute in element.Attributes.Where(attribute => attribute.LocalName is "src" or "href" or "srcset" or "poster" or "data" or "action" or "formaction"))
            {
                if (attribute.Value.Split(',').Any(part => IsExternal(part.Trim(), site)))
                {
                    yield return $"{element.LocalName} reaches another site: {attribute.Value}";
                }
            }
        }
    }

    private static bool IsExternal(string address, Uri site) =>
        Uri.TryCreate(site, address, out var target)
        && target.Scheme is "http" or "https"
        && !string.Equals(target.Authority, site.Authority, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
