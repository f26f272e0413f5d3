using System.Buffers;
using System.Net;
using System.Text;

namespace RelationalPractice.LoadTests.Http;

/// <summary>What a form posts, form-urlencoded.</summary>
internal sealed class FormBody
{
    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Add(string name, string value)
    {
        Begin(name);
        Write(WebUtility.UrlEncode(value));
    }

    /// <param name="encoded">Encoded before, because many families write it.</param>
    /// <param name="end">Needs no encoding.</param>
    public void Add(string name, ReadOnlySpan<byte> encoded, string end)
    {
        Begin(name);
        _bytes.Write(encoded);
        Write(end);
    }

    private void Begin(string name)
    {
        if (_bytes.WrittenCount > 0) _bytes.Write("&"u8);
        Write(WebUtility.UrlEncode(name));
        _bytes.Write("="u8);
    }

    private void Write(string ascii) => _bytes.Advance(Encoding.ASCII.GetBytes(ascii, _bytes.GetSpan(ascii.Length)));
}
