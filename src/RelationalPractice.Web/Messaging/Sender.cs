using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Messaging;

/// <summary>
/// Sends what is due. A message is marked before anybody is asked to send it; whatever may have gone out without being noted is asked for
/// before it is sent again. Any number of nodes may do so at once.
/// </summary>
public sealed class Sender(
    PracticeDbContext db, IMessageClaims claims, SendingSetup setup, LetterWriting letters, TimeProvider clock, Chance chance, ILogger<Sender> log) : IDisposable
{
    public const int BatchSize = 40;

    /// <summary>At once to a sender outside, by one node.</summary>
    public const int CallsAtOnce = 8;

    /// <summary>A node that has not noted an end by then has died: another may take its messages up.</summary>
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(10);

    /// <summary>Asking and sending together. What could outlast its claim is not begun.</summary>
    public static readonly TimeSpan CallTakesAtMost = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _noting = new(1);

    public void Dispose() => _noting.Dispose();

    /// <summary>Until nothing is due, a sender asks for quiet, or the node stops: what has begun then is brought to its end.</summary>
    public async Task<SendingTally> SendDueAsync(CancellationToken stopping = default)
    {
        var tally = new SendingTally();
        while (setup.Trouble is null && !stopping.IsCancellationRequested && !await IsHeldUpAsync())
        {
            db.ChangeTracker.Clear();
            var now = clock.GetUtcNow().UtcDateTime;
            var claimed = await claims.ClaimAsync(db, chance.NewId(), now, now + ClaimedFor, BatchSize, CancellationToken.None);
            if (claimed.Count == 0)
            {
                break;
            }

            await SendAsync(claimed, now + ClaimedFor, tally, stopping);
        }

        if (tally.Any)
        {
            log.LogInformation(
                "Messages: {Sent} sent, {Waiting} to try later, {Failed} given up, {Cancelled} not wanted any more", tally.Sent, tally.Waiting, tally.Failed, tally.Cancelled);
        }

        return tally;
    }

    /// <summary>A sender asked one of the nodes for quiet, and the message it said so about still waits for it: no node goes on.</summary>
    private Task<bool> IsHeldUpAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.OutgoingMessages.AnyAsync(m =>
            m.State == OutgoingMessageState.Waiting && m.NextTryAtUtc > now && m.Failure != null && WhyNot.HoldUps.Contains(m.Failure));
    }

    private async Task SendAsync(IReadOnlyList<OutgoingMessage> claimed, DateTime claimedUntilUtc, SendingTally tally, CancellationToken stopping)
    {
        var prepared = (await letters.PrepareAsync(claimed, CancellationToken.None)).ToLookup(IsForASender);
        foreach (var message in prepared[false])
        {
            Decide(message);
        }

        await NoteAsync(prepared[false], tally);
        var heldUp = false;
        await Parallel.ForEachAsync(
            prepared[true],
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce },
            async (message, _) =>
            {
                var answer = stopping.IsCancellationRequested || heldUp || clock.GetUtcNow().UtcDateTime > claimedUntilUtc - CallTakesAtMost
                    ? null
                    : await AskAsync(message);
                await _noting.WaitAsync(CancellationToken.None);
                try
                {
                    heldUp |= answer is { Result: SendingResult.HoldUp };
                    Apply(message, answer);
                    await NoteAsync([message], tally);
                }
                finally
                {
                    _noting.Release();
                }
            });
    }

    /// <summary>What may have gone out is asked about even where it may not go out any more: what is noted must be true.</summary>
    private static bool IsForASender(PreparedMessage prepared) =>
        prepared.Letter is not null && (prepared.Decision == SendingDecision.Send || prepared.Message.MayHaveGoneOut);

    private async Task<SendingAnswer> AskAsync(PreparedMessage prepared)
    {
        try
        {
            if (prepared.Message.MayHaveGoneOut)
            {
                var found = await prepared.Sender!.FindAsync(prepared.Message.Id);
                if (found.Result != SendingResult.NotTaken)
                {
                    return found;
                }
            }

            return prepared.Decision == SendingDecision.Send ? await prepared.Sender!.SendAsync(prepared.Letter!) : SendingAnswer.NotTaken;
        }
        // One message that a sender stumbles over must not keep the others back.
        catch (Exception trouble)
        {
            log.LogError("A sender stumbled over a message: {Type} {Stack}", trouble.GetType().Name, trouble.StackTrace);
            return SendingAnswer.TryAgain(WhyNot.SenderTrouble);
        }
    }

    /// <param name="answer">Null when nobody was asked.</param>
    private void Apply(PreparedMessage prepared, SendingAnswer? answer)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        switch (answer)
        {
            case null:
                prepared.Message.LetGo();
                break;
            case { Result: SendingResult.Taken }:
                prepared.Message.Taken(now);
                break;
            case { Result: SendingResult.Refused }:
                prepared.Message.GiveUp(answer.Because);
                break;
            case { Result: SendingResult.TryAgain }:
                prepared.Message.TryAgain(now, answer.Because, chance.Bytes(1)[0]);
                break;
            case { Result: SendingResult.PutOff or SendingResult.HoldUp }:
                prepared.Message.PutOff(answer.NotBeforeUtc, answer.Because);
                break;
            default:
                Decide(prepared);
                break;
        }
    }

    private static void Decide(PreparedMessage prepared)
    {
        switch (prepared.Decision)
        {
            case { CancelBecause: { } because }:
                prepared.Message.Cancel(because);
                break;
            case { FailBecause: { } because }:
                prepared.Message.GiveUp(because);
                break;
            case { NotBeforeUtc: { } until }:
                prepared.Message.PutOff(until);
                break;
            default:
                throw new InvalidOperationException("This message is to be sent.");
        }
    }

    private async Task NoteAsync(IEnumerable<PreparedMessage> prepared, SendingTally tally)
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                break;
            }
            catch (DbUpdateConcurrencyException changed)
            {
                // A call-back was quicker, or the family took back what it was about: that stands.
                foreach (var entry in changed.Entries)
                {
                    entry.State = EntityState.Detached;
                }
            }
        }

        foreach (var message in prepared)
        {
            tally.Add(message.Message.State);
        }
    }
}

/// <summary>What became of the messages that were due.</summary>
public sealed class SendingTally
{
    public int Sent { get; private set; }

    public int Waiting { get; private set; }

    public int Failed { get; private set; }

    public int Cancelled { get; private set; }

    public bool Any => Sent + Waiting + Failed + Cancelled > 0;

    public void Add(OutgoingMessageState state)
    {
        switch (state)
        {
            case OutgoingMessageState.Sent:
                Sent++;
                break;
            case OutgoingMessageState.Waiting:
                Waiting++;
                break;
            case OutgoingMessageState.Failed:
                Failed++;
                break;
            case OutgoingMessageState.Cancelled:
                Cancelled++;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No message is left so.");
        }
    }
}
