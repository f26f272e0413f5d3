using Microsoft.AspNetCore.Http.Extensions;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Guidance;

public static class GuidanceLinks
{
    public const string Query = "q";

    public static Missing Missing { get; } = new("That guidance is not here", "It may have been taken out or renamed.", List(), "Go to the guidance");

    public static string List(string? query = null) => "/guidance" + (query is null ? "" : new QueryBuilder { { Query, query } }.ToString());

    public static string Page(string slug, string? anchor = null) => $"/guidance/{slug}" + (anchor is null ? "" : $"#{anchor}");

    /// <param name="place">Page and heading, as prompts name them: "page#heading".</param>
    public static string At(string place) => $"/guidance/{place}";
}
