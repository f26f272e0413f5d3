using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>What a page tells its layout, by the names of its view data.</summary>
public sealed record PageFrame(string Title, string ServiceName, string AuthorityName, string? BackUrl, string SafeSite, bool InlineStyles)
{
    /// <summary>Where "Leave this site" goes unless the authority chose another site.</summary>
    public const string DefaultSafeSite = "https://www.bbc.co.uk/weather";

    public const string FamilyServiceName = "Family feedback";
    public const string StaffServiceName = "Relational Practice";

    public static PageFrame Of(ViewDataDictionary viewData, string serviceName) => new(
        viewData["Title"] as string ?? throw new InvalidOperationException("The page sets no ViewData[\"Title\"]."),
        serviceName,
        viewData["AuthorityName"] as string ?? "Children’s Services",
        viewData["BackUrl"] as string,
        viewData["SafeSite"] as string ?? DefaultSafeSite,
        viewData["InlineStyles"] is true)
    {
        HasErrors = !viewData.ModelState.IsValid
    };

    public bool HasErrors { get; private init; }

    public string FullTitle => $"{(HasErrors ? "Error: " : "")}{Title} – {ServiceName}";
}
