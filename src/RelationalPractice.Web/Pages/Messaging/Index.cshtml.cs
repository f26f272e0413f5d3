using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>What waits, what was given up and why.</summary>
public sealed class IndexModel(PracticeDbContext db, MessagesWaiting waiting, SendingSetup setup, PersonalDataProtector personalData, TimeProvider clock) : PageModel
{
    /// <summary>How far back the page looks at what is over.</summary>
    public const int Days = 30;

    private const int LinesMax = 200;

    public string? Held { get; private set; }

    public int Due { get; private set; }

    public int Later { get; private set; }

    public int Sent { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Of those given up.</summary>
    public int TroubleOfTheSender { get; private set; }

    public bool HasOutbox => setup.HasOutbox;

    public IReadOnlyList<MessageLine> GivenUp { get; private set; } = [];

    public IReadOnlyList<MessageReason> Reasons { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-Days);
        var waits = db.OutgoingMessages.Where(m => m.State == OutgoingMessageState.Waiting);
        (Failed, Held) = await waiting.CountAsync(cancellation);
        Due = await waits.CountAsync(m => m.NextTryAtUtc <= now, cancellation);
        Later = await waits.CountAsync(m => m.NextTryAtUtc > now, cancellation);
        Sent = await db.OutgoingMessages.CountAsync(
            m => (m.State == OutgoingMessageState.Sent || m.State == OutgoingMessageState.Delivered) && m.SentAtUtc >= since, cancellation);
        TroubleOfTheSender = await db.OutgoingMessages.CountAsync(
            m => m.State == OutgoingMessageState.Failed && WhyNot.TroubleOfTheSender.Contains(m.Failure!), cancellation);
        GivenUp = [.. (await FailedAsync(cancellation)).Select(Line)];
        Reasons = await db.OutgoingMessages
            .Where(m => m.Failure != null && m.CreatedAtUtc >= since && (m.State == OutgoingMessageState.Waiting || m.State == OutgoingMessageState.Cancelled))
            .GroupBy(m => new { m.Failure, WillBeTried = m.State == OutgoingMessageState.Waiting })
            .Select(group => new MessageReason(group.Key.Failure!, group.Key.WillBeTried, group.Count()))
            .ToListAsync(cancellation);
    }

    private Task<List<FailedMessage>> FailedAsync(CancellationToken cancellation) =>
        (from message in db.OutgoingMessages
         where message.State == OutgoingMessageState.Failed
         join person in db.ContactPeople on message.PersonId equals person.Id into people
         from person in people.DefaultIfEmpty()
         orderby message.NextTryAtUtc descending, message.Id
         select new FailedMessage(message.Id, message.Kind, message.Channel, message.CreatedAtUtc, message.Failure, person!.Name))
        .Take(LinesMax).ToListAsync(cancellation);

    private MessageLine Line(FailedMessage message) =>
        new(message.Id, message.Kind, message.Channel, message.CreatedAtUtc, message.Failure, NameOf(message.Name) ?? "Who left a contact for it");

    private string? NameOf(ProtectedText? name)
    {
        try
        {
            return personalData.Reveal(name);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record FailedMessage(Guid Id, OutgoingMessageKind Kind, MessageChannel? Channel, DateTime CreatedAtUtc, string? Failure, ProtectedText? Name);
}

public sealed record MessageLine(Guid Id, OutgoingMessageKind Kind, MessageChannel? Channel, DateTime CreatedAtUtc, string? Failure, string To);

public sealed record MessageReason(string Failure, bool WillBeTried, int Count);
