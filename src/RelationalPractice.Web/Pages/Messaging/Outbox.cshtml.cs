using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>Only mapped in Development (<see cref="Conventions.KeepOutboxToDevelopment"/>).</summary>
public sealed partial class OutboxModel(PracticeDbContext db, LetterWriting writing, SendingSetup setup) : PageModel
{
    private const int LettersMax = 100;

    public IReadOnlyList<(Letter Letter, DateTime SentAtUtc)> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!setup.HasOutbox)
        {
            return this.NotThere(MessagingLinks.Missing);
        }

        var sent = await db.OutgoingMessages.AsNoTracking().Where(m => m.State == OutgoingMessageState.Sent)
            .OrderByDescending(m => m.SentAtUtc).ThenBy(m => m.Id).Take(LettersMax).ToListAsync(cancellation);
        Letters = [.. (await writing.PrepareAsync(sent, cancellation)).Where(p => p.Letter is not null).Select(p => (p.Letter!, p.Message.SentAtUtc!.Value))];
        return Page();
    }

    /// <summary>The body cut at its web addresses, so that each can be followed.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string body)
    {
        var at = 0;
        foreach (Match address in Address().Matches(body))
        {
            yield return (body[at..address.Index], false);
            yield return (address.Value, true);
            at = address.Index + address.Length;
        }

        yield return (body[at..], false);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
