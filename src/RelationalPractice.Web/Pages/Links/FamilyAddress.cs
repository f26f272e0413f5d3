namespace RelationalPractice.Web.Pages.Links;

/// <summary>
/// The address that families use: <c>Families:PublicAddress</c>, for staff may reach these pages by another name than families do;
/// where it is not set, the name by which this page was asked for.
/// </summary>
public sealed record FamilyAddress(Uri Uri)
{
    public static FamilyAddress Of(IConfiguration configuration, HttpRequest request, string code)
    {
        var site = configuration["Families:PublicAddress"] is { Length: > 0 } set ? set.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
        return new FamilyAddress(new Uri(site + FamilyLinks.ByCode(code)));
    }

    /// <summary>As it is printed and typed: browsers put the rest before it by themselves.</summary>
    public string InWords => Uri.Authority + Uri.AbsolutePath;

    public override string ToString() => Uri.AbsoluteUri;
}
