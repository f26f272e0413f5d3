using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Messaging;

/// <summary>
/// Where GOV.UK Notify tells what became of a message, and hands on texts that come back. It repeats itself and comes out of order; the
/// number it names is used in the moment and written nowhere.
/// </summary>
public static class NotifyCallBacks
{
    public const string Delivery = "/notify/delivery";
    public const string Inbound = "/notify/inbound";

    private const string Bearer = "Bearer ";
    private const int MaxBodyBytes = 32 * 1024;

    public static void MapNotify(this WebApplication app)
    {
        app.MapPost(Delivery, (HttpContext context, MessagingSettings settings, DeliveryNotes notes, CancellationToken cancellation) =>
            AnswerAsync<DeliveryReceipt>(context, settings.Notify?.CallbackToken, receipt => notes.NoteAsync(receipt.Reference, receipt.Status, cancellation)))
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.CallBacks);
        app.MapPost(Inbound, (HttpContext context, MessagingSettings settings, StopReplies replies, CancellationToken cancellation) =>
            AnswerAsync<TextThatCameBack>(context, settings.Notify?.InboundToken, text => replies.TakeAsync(text.SourceNumber, text.Message, cancellation)))
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.CallBacks);
    }

    private static async Task<IResult> AnswerAsync<TCallBack>(HttpContext context, string? token, Func<TCallBack, Task> take)
        where TCallBack : class
    {
        if (token is null || !HasToken(context.Request, token))
        {
            return Results.Text("no token", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (await ReadAsync<TCallBack>(context) is not { } callBack)
        {
            return Results.Text("not understood", statusCode: StatusCodes.Status400BadRequest);
        }

        await take(callBack);
        return Results.NoContent();
    }

    // Hashed first, so that how long it takes says nothing of how much is right, nor of the length.
    private static bool HasToken(HttpRequest request, string token)
    {
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(given[Bearer.Length..].Trim()), Hash(token));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static async Task<TCallBack?> ReadAsync<TCallBack>(HttpContext context)
        where TCallBack : class
    {
        using var body = new MemoryStream();
        var part = new byte[4096];
        while (await context.Request.Body.ReadAsync(part, context.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > MaxBodyBytes)
            {
                return null;
            }

            body.Write(part, 0, read);
        }

        try
        {
            return JsonSerializer.Deserialize<TCallBack>(body.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record DeliveryReceipt(
        [property: JsonPropertyName("reference"), JsonRequired] string? Reference, [property: JsonPropertyName("status"), JsonRequired] string? Status);

    private sealed record TextThatCameBack(
        [property: JsonPropertyName("source_number"), JsonRequired] string? SourceNumber, [property: JsonPropertyName("message"), JsonRequired] string? Message);
}

/// <summary>Notes what the provider says of a message's delivery.</summary>
public sealed class DeliveryNotes(PracticeDbContext db, TimeProvider clock)
{
    private const string DeliveredStatus = "delivered";

    private static readonly HashSet<string> Failures = new(["permanent-failure", "temporary-failure", "technical-failure"], StringComparer.Ordinal);

    /// <summary>Of an unknown message, or with a word that says nothing of its end, it changes nothing.</summary>
    public async Task NoteAsync(string? reference, string? status, CancellationToken cancellation)
    {
        if (!Guid.TryParse(reference, out var id) || status is null)
        {
            return;
        }

        while (await db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == id, cancellation) is { } message)
        {
            if (status == DeliveredStatus)
            {
                message.Delivered(clock.GetUtcNow().UtcDateTime);
            }
            else if (Failures.Contains(status))
            {
                message.NotDelivered(status);
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The node that sends it noted something, or another call-back came, in the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>A text that came back. STOP is kept, as the hash of its number; any other is read by nobody and kept nowhere.</summary>
public sealed class StopReplies(PracticeDbContext db, AuthorityDetails authority, TimeProvider clock)
{
    public async Task TakeAsync(string? from, string? text, CancellationToken cancellation)
    {
        if (!StopWord.IsIn(text) || TelephoneNumber.Parse(from) is not { } number)
        {
            return;
        }

        var hash = (await authority.GetAsync()).ContactKey.HashOf(number);
        if (!await db.OptOuts.AnyAsync(o => o.ContactHash == hash, cancellation))
        {
            db.OptOuts.Add(new OptOut { ContactHash = hash, Since = LocalTime.Today(clock), By = OptOutBy.Provider });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException refusal) when (refusal.IsUnique())
            {
                // They said it twice in one moment.
                db.ChangeTracker.Clear();
            }
        }

        await CancelWhatWaitsAsync(hash, cancellation);
    }

    /// <summary>What waits for a contact that rests sealed is found by the sender, which looks for opt-outs before each message.</summary>
    private Task<int> CancelWhatWaitsAsync(byte[] hash, CancellationToken cancellation)
    {
        var people = db.ContactPeople.Where(p => p.MobileHash == hash).Select(p => (Guid?)p.Id);
        return db.OutgoingMessages
            .Where(m => m.State == OutgoingMessageState.Waiting && m.Channel == MessageChannel.Sms && people.Contains(m.PersonId))
            .ExecuteUpdateAsync(
                message => message.SetProperty(m => m.State, OutgoingMessageState.Cancelled).SetProperty(m => m.Failure, WhyNot.OptedOut), cancellation);
    }
}
