using System.Buffers;
using System.Text;

namespace RelationalPractice.LoadTests.Http;

/// <summary>One family's cookies. Every cookie of the service is for the whole site, so path and domain need no care.</summary>
internal sealed class CookieJar
{
    private readonly List<(string Name, byte[] Pair)> _cookies = [];

    public IEnumerable<string> Names => _cookies.Select(cookie => cookie.Name);

    public void Empty() => _cookies.Clear();

    /// <param name="header">The value of a Set-Cookie header.</param>
    public void Take(ReadOnlySpan<byte> header)
    {
        var end = header.IndexOf((byte)';');
        var pair = end < 0 ? header : header[..end];
        var equals = pair.IndexOf((byte)'=');
        if (equals <= 0) return;

        var name = Encoding.ASCII.GetString(pair[..equals]);
        _cookies.RemoveAll(cookie => string.Equals(cookie.Name, name, StringComparison.Ordinal));
        if (equals + 1 < pair.Length) _cookies.Add((name, pair.ToArray()));
    }

    public void WriteTo(IBufferWriter<byte> request)
    {
        for (var i = 0; i < _cookies.Count; i++)
        {
            request.Write(i == 0 ? "Cookie: "u8 : "; "u8);
            request.Write(_cookies[i].Pair);
        }

        if (_cookies.Count > 0) request.Write("\r\n"u8);
    }
}
