using System.Security.Cryptography;
using System.Text;

namespace RelationalPractice.Web.Hosting;

/// <summary>The styles that the first page holds in itself, and the hash by which the security policy allows them.</summary>
public sealed class InlineStyles
{
    public InlineStyles(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("assets/first-page.css");
        if (!file.Exists)
            throw new FileNotFoundException("The styles are not built: build the web project, which writes wwwroot/assets.", "assets/first-page.css");

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        Css = reader.ReadToEnd();
        CspHash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
    }

    public string Css { get; }

    /// <summary>A source expression for <c>style-src</c>, quotes included.</summary>
    public string CspHash { get; }
}
