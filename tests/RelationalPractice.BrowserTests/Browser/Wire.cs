using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// Stands between the browser and the server and counts what goes over: heads and bodies of everything that any part of the browser
/// asks for, prefetches and icons too, which the browser's own tools leave out.
/// </summary>
public sealed partial class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Line> _lines = new();
    private readonly string _server;
    private readonly Task _accepting;

    /// <param name="server">The socket's file on which the server listens.</param>
    public Wire(string server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>From the server to the browser.</summary>
    public long Bytes => _lines.Sum(line => line.Answered.Length);

    public IReadOnlyList<WiredRequest> Requests => [.. _lines.SelectMany(line => line.Requests())];

    /// <summary>Forgets what went over before. The browser must be quiet.</summary>
    public void Clear()
    {
        foreach (var line in _lines)
        {
            line.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (browser)
        {
            browser.NoDelay = true;
            var line = new Line();
            _lines.Enqueue(line);
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
            var asked = CopyAsync(browser.Client, server, line.Asked);
            var answered = CopyAsync(server, browser.Client, line.Answered);
            await Task.WhenAll(asked, answered);
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Recording recording)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var length)
            {
                recording.Add(buffer.AsSpan(0, length));
                await to.SendAsync(buffer.AsMemory(0, length), _end.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException)
        {
            // A browser drops a connection without a word, and that is no fault.
        }
    }

    /// <summary>One connection. Answers come in the order of the requests.</summary>
    private sealed class Line
    {
        public Recording Asked { get; } = new();

        public Recording Answered { get; } = new();

        public IEnumerable<WiredRequest> Requests() => RequestHead().Matches(Asked.Text)
            .Zip(AnswerHead().Matches(Answered.Text), (asked, answered) => new WiredRequest(asked.Groups["asked"].Value, answered.Groups["status"].Value, Coding(answered.Value)));

        public void Clear()
        {
            Asked.Clear();
            Answered.Clear();
        }

        private static string Coding(string head) => ContentEncoding().Match(head) is { Success: true } coding ? coding.Groups["coding"].Value : "plain";
    }

    private sealed class Recording
    {
        private readonly Lock _lock = new();
        private readonly MemoryStream _bytes = new();

        public long Length => Locked(() => _bytes.Length);

        public string Text => Locked(() => Encoding.Latin1.GetString(_bytes.ToArray()));

        public void Add(ReadOnlySpan<byte> bytes)
        {
            lock (_lock)
            {
                _bytes.Write(bytes);
            }
        }

        public void Clear() => Locked(() =>
        {
            _bytes.SetLength(0);
            return 0;
        });

        private T Locked<T>(Func<T> read)
        {
            lock (_lock)
            {
                return read();
            }
        }
    }

    [GeneratedRegex(@"(?<asked>(GET|POST) \S+) HTTP/1\.1\r$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestHead();

    [GeneratedRegex(@"HTTP/1\.1 (?<status>\d{3}) .*?\r\n\r\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerHead();

    [GeneratedRegex(@"^Content-Encoding: (?<coding>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentEncoding();
}

/// <param name="Coding">How the body was compressed, or "plain".</param>
public sealed record WiredRequest(string Asked, string Status, string Coding)
{
    public override string ToString() => $"{Asked} → {Status}, {Coding}";
}
