using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using RelationalPractice.LoadTests.Journeys;

namespace RelationalPractice.LoadTests.Http;

/// <summary>
/// A family's browser as the program sees it behind its proxy: cookies, redirects, compressed answers, an address of its
/// own. The connection is the proxy's, so it outlives the family.
/// </summary>
internal sealed class Browser(IPEndPoint address) : IDisposable
{
    private const int MaxRedirects = 5;

    private static readonly byte[] Head = Encoding.ASCII.GetBytes(string.Join("\r\n",
        " HTTP/1.1",
        "Host: feedback.example",
        "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language: en-GB,en;q=0.9",
        "Accept-Encoding: br, gzip",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
        "Upgrade-Insecure-Requests: 1",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: "));

    private readonly HttpConnection _connection = new(address);
    private readonly HttpConnection _assetConnection = new(address);
    private readonly CookieJar _cookies = new();
    private readonly ArrayBufferWriter<byte> _request = new(16 * 1024);
    private readonly HashSet<string> _fetched = new(StringComparer.Ordinal);
    private string _forwardedFor = "";

    /// <summary>Of the page that is shown.</summary>
    public string Path { get; private set; } = "";

    public ReadOnlySpan<byte> Page => _connection.Body;

    public long Requests => _connection.Requests + _assetConnection.Requests;

    public long Bytes => _connection.Bytes + _assetConnection.Bytes;

    /// <summary>Another family, at another place, with an empty browser.</summary>
    public void Become(int number)
    {
        _cookies.Empty();
        _fetched.Clear();
        _forwardedFor = string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
    }

    public void Open(string path)
    {
        Begin("GET "u8, path);
        _request.Write("\r\n"u8);
        Finish("GET", path);
    }

    public void Submit(string path, FormBody form)
    {
        Begin("POST "u8, path);
        var length = form.Bytes.Length.ToString(CultureInfo.InvariantCulture);
        Ascii("Origin: https://feedback.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
        Ascii(length);
        _request.Write("\r\n\r\n"u8);
        _request.Write(form.Bytes);
        Finish("POST", path);
    }

    /// <summary>Fetches what the page links in its head and this family has not fetched before.</summary>
    public void FetchAssets()
    {
        foreach (var asset in HtmlPage.Assets(Page).Where(_fetched.Add))
        {
            Begin("GET "u8, asset);
            _request.Write("\r\n"u8);
            _assetConnection.Exchange(_request.WrittenSpan, _cookies);
            if (_assetConnection.Status != 200) throw new JourneyException($"{_assetConnection.Status} at GET {asset}");
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _assetConnection.Dispose();
    }

    private void Begin(ReadOnlySpan<byte> method, string path)
    {
        _request.ResetWrittenCount();
        _request.Write(method);
        Ascii(path);
        _request.Write(Head);
        Ascii(_forwardedFor);
        _request.Write("\r\n"u8);
        _cookies.WriteTo(_request);
    }

    private void Finish(string method, string path)
    {
        _connection.Exchange(_request.WrittenSpan, _cookies);
        for (var redirects = 0; _connection is { Status: 301 or 302 or 303, Location: { } location }; redirects++)
        {
            if (redirects == MaxRedirects) throw new JourneyException($"redirected without end from {method} {HtmlPage.Kind(path)}");
            (method, path) = ("GET", location);
            Begin("GET "u8, path);
            _request.Write("\r\n"u8);
            _connection.Exchange(_request.WrittenSpan, _cookies);
        }

        if (_connection.Status != 200) throw new JourneyException($"{_connection.Status} at {method} {HtmlPage.Kind(path)}");
        Path = path;
    }

    private void Ascii(string text) => _request.Advance(Encoding.ASCII.GetBytes(text, _request.GetSpan(text.Length)));
}
