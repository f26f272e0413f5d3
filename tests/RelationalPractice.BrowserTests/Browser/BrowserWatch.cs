using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>Hears what the browser asks of whom, and what it complains of: scripts that failed, and what the security policy refused.</summary>
internal sealed class BrowserWatch
{
    private readonly ConcurrentQueue<Uri> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _console = new();
    private readonly HashSet<string> _allowed = new(StringComparer.Ordinal);
    private readonly List<string> _expected = [];

    public BrowserWatch(IBrowserContext context, Uri site)
    {
        Allow(site);
        context.Request += (_, request) => _requests.Enqueue(new Uri(request.Url));
        context.WebError += (_, error) =>
        {
            _console.Enqueue(error.Error);
            _complaints.Enqueue(error.Error);
        };
        context.Console += (_, message) =>
        {
            _console.Enqueue($"{message.Type}: {message.Text}");
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IReadOnlyCollection<string> Console => _console;

    public void Allow(Uri site) => _allowed.Add(site.Authority);

    public void Expect(string complaint) => _expected.Add(complaint);

    public void Check()
    {
        _requests.ShouldNotBeEmpty();
        _requests.Where(request => !_allowed.Contains(request.Authority)).ShouldBeEmpty("Nobody else is told of a visit");
        _complaints.Where(complaint => !_expected.Exists(expected => complaint.Contains(expected, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}
