using System.Buffers.Text;
using System.Text;
using RelationalPractice.LoadTests.Journeys;

namespace RelationalPractice.LoadTests.Http;

internal enum ContentCoding
{
    None,
    Brotli,
    Gzip,
}

/// <summary>The status line and those headers of an answer that a browser acts on.</summary>
internal readonly record struct AnswerHead(
    int Status, int ContentLength, bool Chunked, ContentCoding Coding, string? Location, bool KeepAlive)
{
    /// <summary>Cookies go straight into the jar.</summary>
    public static AnswerHead Read(ReadOnlySpan<byte> head, CookieJar cookies)
    {
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[9..], out int status, out _))
            throw new JourneyException("an answer that is not HTTP/1.1");

        var answer = new AnswerHead(status, 0, Chunked: false, ContentCoding.None, Location: null, KeepAlive: true);
        for (var rest = head; rest.IndexOf("\r\n"u8) is >= 0 and var end;)
        {
            rest = rest[(end + 2)..];
            var line = rest.IndexOf("\r\n"u8) is >= 0 and var next ? rest[..next] : rest;
            if (line.IndexOf(": "u8) is >= 0 and var colon) answer = answer.With(line[..colon], line[(colon + 2)..], cookies);
        }

        return answer;
    }

    private AnswerHead With(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, CookieJar cookies)
    {
        if (Is(name, "Content-Length"u8)) return this with { ContentLength = Utf8Parser.TryParse(value, out int length, out _) ? length : 0 };
        if (Is(name, "Transfer-Encoding"u8)) return this with { Chunked = Is(value, "chunked"u8) };
        if (Is(name, "Location"u8)) return this with { Location = Encoding.ASCII.GetString(value) };
        if (Is(name, "Connection"u8)) return this with { KeepAlive = !Is(value, "close"u8) };
        if (Is(name, "Content-Encoding"u8)) return this with { Coding = Is(value, "br"u8) ? ContentCoding.Brotli : Is(value, "gzip"u8) ? ContentCoding.Gzip : ContentCoding.None };
        if (Is(name, "Set-Cookie"u8)) cookies.Take(value);
        return this;
    }

    private static bool Is(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(one, other);
}
