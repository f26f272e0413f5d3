using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// What went from the server to the browser, counted on the server's sockets: heads and bodies of everything that any part of the
/// browser asked for, prefetches and icons too, which the browser's own tools leave out.
/// </summary>
public sealed class Wire : IStartupFilter
{
    private readonly ConcurrentQueue<string> _requests = new();
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Method and path with the coding of the answer, in the order of arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public void Clear()
    {
        _requests.Clear();
        Interlocked.Exchange(ref _bytes, 0);
    }

    public ConnectionDelegate Count(ConnectionDelegate next) => connection =>
    {
        connection.Transport = new CountedPipe(connection.Transport, this);
        return next(connection);
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            var coding = context.Response.Headers.ContentEncoding.ToString();
            _requests.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Response.StatusCode} {(coding.Length == 0 ? "plain" : coding)}");
        });
        next(app);
    };

    private sealed class CountedPipe(IDuplexPipe pipe, Wire wire) : IDuplexPipe
    {
        public PipeReader Input => pipe.Input;

        public PipeWriter Output { get; } = new CountedWriter(pipe.Output, wire);
    }

    private sealed class CountedWriter(PipeWriter writer, Wire wire) : PipeWriter
    {
        public override bool CanGetUnflushedBytes => writer.CanGetUnflushedBytes;

        public override long UnflushedBytes => writer.UnflushedBytes;

        public override void Advance(int bytes)
        {
            Interlocked.Add(ref wire._bytes, bytes);
            writer.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => writer.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => writer.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => writer.Complete(exception);
    }
}
