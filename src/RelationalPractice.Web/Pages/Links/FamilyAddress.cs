using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>
/// The address that families use: <c>Families:PublicAddress</c>, for staff may reach these pages by another name than families do;
/// where it is not set, the name by which this page was asked for.
/// </summary>
public sealed record FamilyAddress(Uri Uri)
{
    public const string Setting = "Families:PublicAddress";

    public static FamilyAddress Of(IConfiguration configuration, HttpRequest request, string code) =>
        OfPage(configuration, request, FamilyLinks.ByCode(code));

    /// <param name="path">Of a page for families.</param>
    public static FamilyAddress OfPage(IConfiguration configuration, HttpRequest request, string path)
    {
        var site = configuration[Setting] is { Length: > 0 } set ? set.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
        return new FamilyAddress(new Uri(site + path));
    }

    /// <exception cref="UnsafeConfigurationException">The setting is no address of a site: it would be printed on every leaflet.</exception>
    public static void CheckSetting(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } set
            && !(Uri.TryCreate(set, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)))
        {
            throw new UnsafeConfigurationException($"{Setting} is '{set}': it must be a whole address, such as https://feedback.example.org.");
        }
    }

    /// <summary>As it is printed and typed: browsers put the rest before it by themselves.</summary>
    public string InWords => Uri.Authority + Uri.AbsolutePath;

    public override string ToString() => Uri.AbsoluteUri;
}
