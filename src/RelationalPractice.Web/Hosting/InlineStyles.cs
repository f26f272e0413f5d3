using System.Security.Cryptography;
using System.Text;

namespace RelationalPractice.Web.Hosting;

/// <summary>The styles that pages hold in themselves, and the hashes by which the security policy allows them.</summary>
public sealed class InlineStyles
{
    private const string FirstPageFile = "assets/first-page.css";

    public InlineStyles(IWebHostEnvironment environment, IConfiguration configuration)
    {
        if (configuration["Appearance:PrimaryColour"] is { Length: > 0 } colour) Colours = AuthorityColour.Parse(colour).Css;

        FirstPage = Read(environment) + Colours;
        CspHashes = string.Join(' ', new[] { FirstPage, Colours }.OfType<string>().Select(Hash));
    }

    /// <summary>Everything a first page needs, so that it paints after one answer from the server.</summary>
    public string FirstPage { get; }

    /// <summary>The authority's own colours, for pages that link their stylesheet; null where it has none.</summary>
    public string? Colours { get; }

    /// <summary>Source expressions for <c>style-src</c>, quotes included.</summary>
    public string CspHashes { get; }

    private static string Read(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(FirstPageFile);
        if (!file.Exists) throw new FileNotFoundException($"The styles are not built: wwwroot/{FirstPageFile} is missing. Build the web project.", FirstPageFile);

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Hash(string css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";
}
