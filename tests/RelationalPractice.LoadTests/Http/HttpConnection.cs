using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using RelationalPractice.LoadTests.Journeys;

namespace RelationalPractice.LoadTests.Http;

/// <summary>
/// One kept-alive HTTP/1.1 connection. Blocking and without allocation where it can be: what the load programme uses of the
/// processor is taken from the program it measures. <see cref="Body"/> is good until the next exchange.
/// </summary>
internal sealed class HttpConnection(IPEndPoint address) : IDisposable
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private byte[] _received = new byte[64 * 1024];
    private byte[] _decoded = new byte[256 * 1024];
    private byte[] _body = [];
    private int _bodyStart;
    private int _bodyLength;
    private Socket? _socket;

    public int Status { get; private set; }

    public string? Location { get; private set; }

    public ReadOnlySpan<byte> Body => _body.AsSpan(_bodyStart, _bodyLength);

    public long Requests { get; private set; }

    /// <summary>Sent and received.</summary>
    public long Bytes { get; private set; }

    public void Exchange(ReadOnlySpan<byte> request, CookieJar cookies)
    {
        try
        {
            var socket = _socket ??= Connect();
            for (var sent = 0; sent < request.Length;) sent += socket.Send(request[sent..]);
            Requests++;
            Bytes += request.Length;
            if (!Receive(cookies)) Close();
        }
        catch (SocketException trouble)
        {
            Close();
            throw new JourneyException(trouble.SocketErrorCode == SocketError.TimedOut
                ? $"no answer in {Patience.TotalSeconds:0} seconds"
                : $"connection: {trouble.SocketErrorCode}");
        }
    }

    public void Dispose() => Close();

    /// <returns>False when the server closes the connection after this answer.</returns>
    private bool Receive(CookieJar cookies)
    {
        var filled = 0;
        int headLength;
        while ((headLength = _received.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) filled += ReceiveAfter(filled);

        var head = AnswerHead.Read(_received.AsSpan(0, headLength), cookies);
        var start = headLength + 4;
        int length;
        if (head.Chunked)
        {
            length = Unchunk(start, filled);
        }
        else
        {
            length = head.ContentLength;
            while (filled < start + length) filled += ReceiveAfter(filled);
        }

        (Status, Location) = (head.Status, head.Location);
        (_body, _bodyStart, _bodyLength) = (_received, start, length);
        if (length > 0 && head.Coding is not ContentCoding.None) Decode(head.Coding);
        return head.KeepAlive;
    }

    private int ReceiveAfter(int filled)
    {
        if (filled == _received.Length)
        {
            if (filled >= MaxAnswerBytes) throw new JourneyException("an answer without end");
            Array.Resize(ref _received, filled * 2);
        }

        var count = _socket!.Receive(_received.AsSpan(filled));
        if (count == 0) throw new SocketException((int)SocketError.ConnectionReset);
        Bytes += count;
        return count;
    }

    /// <summary>Joins the chunks where they lie.</summary>
    private int Unchunk(int start, int filled)
    {
        int read = start, written = start;
        while (true)
        {
            int lineLength;
            while ((lineLength = _received.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0) filled += ReceiveAfter(filled);
            if (!Utf8Parser.TryParse(_received.AsSpan(read, lineLength), out int size, out _, 'x') || size < 0)
                throw new JourneyException("a chunk without a length");

            read += lineLength + 2;
            while (filled < read + size + 2) filled += ReceiveAfter(filled);
            if (size == 0) return written - start;
            _received.AsSpan(read, size).CopyTo(_received.AsSpan(written));
            read += size + 2;
            written += size;
        }
    }

    private void Decode(ContentCoding coding)
    {
        int length;
        if (coding == ContentCoding.Gzip)
        {
            using var unzip = new GZipStream(new MemoryStream(_body, _bodyStart, _bodyLength), CompressionMode.Decompress);
            length = unzip.ReadAtLeast(_decoded, _decoded.Length, throwOnEndOfStream: false);
        }
        else
        {
            while (!BrotliDecoder.TryDecompress(Body, _decoded, out length))
            {
                if (_decoded.Length >= MaxAnswerBytes) throw new JourneyException("a page that cannot be decompressed");
                Array.Resize(ref _decoded, _decoded.Length * 2);
            }
        }

        (_body, _bodyStart, _bodyLength) = (_decoded, 0, length);
    }

    private Socket Connect()
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
            SendTimeout = (int)Patience.TotalMilliseconds,
        };
        socket.Connect(address);
        return socket;
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
