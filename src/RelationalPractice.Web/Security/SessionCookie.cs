using System.Buffers.Text;
using RelationalPractice.Anonymity;

namespace RelationalPractice.Web.Security;

/// <summary>
/// The one cookie that says anything about a family's feedback: the secret of their draft, and nothing else. It ends
/// with the browser's session.
/// </summary>
public static class SessionCookie
{
    public const string Name = "session";
    public const string AntiforgeryName = "antiforgery";

    private const char BeforeReceiptHash = '.';

    public static DraftSecret? Read(HttpRequest request) => DraftSecret.Parse(request.Cookies[Name]?.Split(BeforeReceiptHash)[0]);

    /// <returns>What sending put beside the secret, or null.</returns>
    public static byte[]? ReadReceiptHash(HttpRequest request) =>
        request.Cookies[Name]?.Split(BeforeReceiptHash) is [_, var hash]
        && Base64Url.IsValid(hash, out var length) && length == ReceiptHasher.HashLength
            ? Base64Url.DecodeFromChars(hash)
            : null;

    public static void Write(HttpResponse response, DraftSecret secret) => response.Cookies.Append(Name, secret.ToCookie(), Options(response));

    /// <summary>
    /// After sending, the cookie opens nothing but the page with the code, and that for half an hour. It brings along the
    /// code's hash, which is slow to make on purpose and would be made anew for that page.
    /// </summary>
    public static void WriteForReceipt(HttpResponse response, DraftSecret secret, byte[] receiptHash)
    {
        var options = Options(response);
        options.MaxAge = TimeSpan.FromMinutes(30);
        response.Cookies.Append(Name, secret.ToCookie() + BeforeReceiptHash + Base64Url.EncodeToString(receiptHash), options);
    }

    public static void Clear(HttpResponse response)
    {
        response.Cookies.Delete(Name, Options(response));
        response.Cookies.Delete(AntiforgeryName, Options(response));
    }

    private static CookieOptions Options(HttpResponse response) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
        Path = "/",
    };
}
