using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>What a page tells its layout through its view data: Title (needed), AuthorityName, BackUrl, SafeSite, Language, InlineStyles, Young.</summary>
public sealed record PageFrame(string Title, string ServiceName, string Stylesheet, string? Script)
{
    /// <summary>Where "Leave this site" goes unless the authority chose another site.</summary>
    public const string DefaultSafeSite = "https://www.bbc.co.uk/weather";

    /// <summary>Bland: other people see the titles in a browser's history.</summary>
    public const string FamilyServiceName = Hosting.ServiceName.Families;

    public const string StaffServiceName = Hosting.ServiceName.Staff;

    public required string AuthorityName { get; init; }
    public required string SafeSite { get; init; }
    public required string Language { get; init; }
    public string? BackUrl { get; init; }
    public bool InlineStyles { get; init; }
    public bool Young { get; init; }
    public bool HasErrors { get; init; }

    public string FullTitle => $"{(HasErrors ? "Error: " : "")}{Title} – {ServiceName}";

    public static PageFrame ForFamilies(ViewDataDictionary viewData) => Of(viewData, FamilyServiceName, "practice", "practice");

    public static PageFrame ForStaff(ViewDataDictionary viewData) => Of(viewData, StaffServiceName, "staff", "staff");

    public static PageFrame ForPrint(ViewDataDictionary viewData) => Of(viewData, StaffServiceName, "print", null);

    private static PageFrame Of(ViewDataDictionary viewData, string serviceName, string stylesheet, string? script) =>
        new(viewData["Title"] as string ?? throw new InvalidOperationException("The page sets no ViewData[\"Title\"]."), serviceName, stylesheet, script)
        {
            AuthorityName = viewData["AuthorityName"] as string ?? "Children’s Services",
            SafeSite = viewData["SafeSite"] as string ?? DefaultSafeSite,
            Language = viewData["Language"] as string ?? "en",
            BackUrl = viewData["BackUrl"] as string,
            // The first page's own styles know no errors; a page that shows some has been waited for already.
            InlineStyles = viewData["InlineStyles"] is true && viewData.ModelState.IsValid,
            Young = viewData["Young"] is true,
            HasErrors = !viewData.ModelState.IsValid
        };
}
