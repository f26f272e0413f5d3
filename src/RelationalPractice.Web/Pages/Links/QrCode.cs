using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>QR codes that still read when a quarter of them is smudged or folded (error correction Q), with the quiet zone that readers need.</summary>
public static class QrCode
{
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.Q;

    /// <summary>One path, so that it stays small and prints sharply at any size.</summary>
    /// <param name="title">What it is, for who cannot see it.</param>
    public static string Svg(string content, string title)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, Correction);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{WebUtility.HtmlEncode(title)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path fill="#000" d="{path}"/></svg>
            """;
    }

    /// <param name="pixelsPerModule">20 gives some 800 pixels for an address: enough for a poster.</param>
    public static byte[] Png(string content, int pixelsPerModule = 20)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, Correction);
        return new PngByteQRCode(data).GetGraphic(pixelsPerModule);
    }
}
