using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;

namespace RelationalPractice.Interviews;

/// <summary>
/// Books, moves and ends appointments, each with the messages that go with it. What a family does itself takes no <see cref="ChangeContext"/>
/// and leaves no audit event.
/// </summary>
public sealed class InterviewBooking(PracticeDbContext db, FreeTimes times, PersonalDataProtector personalData, Chance chance, TimeProvider clock)
{
    private const string Moved = "Moved";

    /// <param name="tell">Send a confirmation and a reminder, where the contact takes messages.</param>
    public async Task<BookingResult> BookAsync(Guid requestId, Guid slotId, bool tell, ContactKey key, ChangeContext context, CancellationToken cancellation)
    {
        if (await db.InterviewRequests.FindAsync([requestId], cancellation) is not { State: InterviewRequestState.Asked } request)
        {
            return BookingResult.ChangedMeanwhile;
        }

        return await KeepAsync(request, before: null, slotId, tell, key, context, cancellation);
    }

    /// <param name="interviewId">The appointment as it was shown: who moved or cancelled it meanwhile was first.</param>
    /// <param name="context">Null when the family moves it.</param>
    public async Task<BookingResult> MoveAsync(Guid interviewId, Guid slotId, ContactKey key, ChangeContext? context, CancellationToken cancellation)
    {
        if (await db.Interviews.FindAsync([interviewId], cancellation) is not { State: InterviewState.Booked, StatementConfirmed: false } before)
        {
            return BookingResult.ChangedMeanwhile;
        }

        var request = (await db.InterviewRequests.FindAsync([before.RequestId], cancellation))!;
        var told = await db.OutgoingMessages.AnyAsync(m => m.AboutId == before.Id && m.ResponseId == null, cancellation);
        return await KeepAsync(request, before, slotId, told, key, context, cancellation);
    }

    /// <param name="because">Why, in staff's words; null from the family.</param>
    /// <param name="waitsAgain">They still want an interview; else all that is personal goes.</param>
    /// <returns>False when it was moved, held or cancelled meanwhile.</returns>
    public Task<bool> CancelAsync(Guid interviewId, string? because, bool waitsAgain, ChangeContext? context, CancellationToken cancellation) =>
        EndAsync(interviewId, waitsAgain, interview => interview.Cancel(because), context, AuditEventKind.InterviewCancelled, cancellation);

    /// <returns>False when it was moved, held or cancelled meanwhile.</returns>
    public Task<bool> NotComeAsync(Guid interviewId, bool waitsAgain, ChangeContext context, CancellationToken cancellation) =>
        EndAsync(interviewId, waitsAgain, interview => interview.NotCome(), context, AuditEventKind.InterviewNotCome, cancellation);

    /// <summary>A wish that nobody has booked, taken back.</summary>
    /// <param name="context">Null when the family takes it back.</param>
    /// <returns>False when it was booked or ended meanwhile.</returns>
    public async Task<bool> TakeBackAsync(Guid requestId, ChangeContext? context, CancellationToken cancellation)
    {
        if (await db.InterviewRequests.FindAsync([requestId], cancellation) is not { State: InterviewRequestState.Asked } request)
        {
            return false;
        }

        request.Cancel();
        if (context is not null)
        {
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewCancelled, context, requestId));
        }

        return await SavedAsync(cancellation);
    }

    private async Task<BookingResult> KeepAsync(
        InterviewRequest request, Interview? before, Guid slotId, bool tell, ContactKey key, ChangeContext? context, CancellationToken cancellation)
    {
        if (!request.WorkerLookedFor)
        {
            return BookingResult.WorkerNotLookedFor;
        }

        if ((await times.ForAsync(request, key, cancellation)).FirstOrDefault(t => t.SlotId == slotId) is not { } time)
        {
            return BookingResult.TimeTaken;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            if (before is not null)
            {
                // First, for a family has one appointment at a time.
                before.Cancel(Moved);
                await CancelMessagesAsync(before.Id, cancellation);
                await db.SaveChangesAsync(cancellation);
            }

            request.Book();
            var interview = Interview.Of(chance.NewId(), request, time.SlotId, time.InterviewerId);
            db.Interviews.Add(interview);
            if (context is not null)
            {
                db.AuditEvents.Add(AuditEvent.Of(before is null ? AuditEventKind.InterviewBooked : AuditEventKind.InterviewMoved, context, interview.Id));
            }

            if (tell)
            {
                await AddMessagesAsync(interview.Id, request.Contact, time.StartsAtUtc, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return BookingResult.Booked;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return await FreeTimes.Free(db, Now).AnyAsync(s => s.Id == slotId, cancellation) ? BookingResult.ChangedMeanwhile : BookingResult.TimeTaken;
        }
    }

    private async Task<bool> EndAsync(
        Guid interviewId, bool waitsAgain, Action<Interview> end, ChangeContext? context, AuditEventKind kind, CancellationToken cancellation)
    {
        if (await db.Interviews.FindAsync([interviewId], cancellation) is not { State: InterviewState.Booked } interview)
        {
            return false;
        }

        var request = (await db.InterviewRequests.FindAsync([interview.RequestId], cancellation))!;
        var startsAtUtc = await db.InterviewSlots.Where(s => s.Id == interview.SlotId).Select(s => s.StartsAtUtc).SingleAsync(cancellation);
        end(interview);
        await CancelMessagesAsync(interview.Id, cancellation);
        db.InterviewDrafts.RemoveRange(await db.InterviewDrafts.Where(d => d.InterviewId == interviewId).ToListAsync(cancellation));
        if (kind == AuditEventKind.InterviewCancelled && context is not null && startsAtUtc > Now && AppointmentMessages.CanReach(personalData.Reveal(request.Contact)))
        {
            var fromUtc = (await HoursAsync(cancellation)).Next(Now, SafeHours.Any);
            db.OutgoingMessages.Add(OutgoingMessage.ToContact(
                chance.NewId(), OutgoingMessageKind.InterviewCancelled, interview.Id, request.Contact!, AppointmentMessages.Subject,
                AppointmentMessages.Cancelled(startsAtUtc, waitsAgain), Now, fromUtc < startsAtUtc ? fromUtc : Now, startsAtUtc));
        }

        if (waitsAgain)
        {
            request.WaitAgain();
        }
        else
        {
            request.Cancel();
        }

        if (context is not null)
        {
            db.AuditEvents.Add(AuditEvent.Of(kind, context, interview.Id));
        }

        return await SavedAsync(cancellation);
    }

    private async Task AddMessagesAsync(Guid interviewId, ProtectedText? contact, DateTime startsAtUtc, CancellationToken cancellation)
    {
        if (contact is null || !AppointmentMessages.CanReach(personalData.Reveal(contact)))
        {
            return;
        }

        var hours = await HoursAsync(cancellation);
        Add(OutgoingMessageKind.InterviewBooked, AppointmentMessages.Booked(startsAtUtc), hours.Next(Now, SafeHours.Any));
        Add(OutgoingMessageKind.InterviewReminder, AppointmentMessages.Reminder(startsAtUtc), AppointmentMessages.ReminderAt(startsAtUtc, hours));

        void Add(OutgoingMessageKind kind, string body, DateTime fromUtc)
        {
            // What would come too late is not sent, nor a reminder of what they were told today.
            if (fromUtc >= startsAtUtc || (kind == OutgoingMessageKind.InterviewReminder && fromUtc <= Now))
            {
                return;
            }

            db.OutgoingMessages.Add(OutgoingMessage.ToContact(chance.NewId(), kind, interviewId, contact, AppointmentMessages.Subject, body, Now, fromUtc, startsAtUtc));
        }
    }

    private async Task CancelMessagesAsync(Guid interviewId, CancellationToken cancellation)
    {
        var waiting = await db.OutgoingMessages
            .Where(m => m.AboutId == interviewId && m.ResponseId == null && m.State == OutgoingMessageState.Waiting).ToListAsync(cancellation);
        foreach (var message in waiting)
        {
            message.State = OutgoingMessageState.Cancelled;
        }
    }

    private async Task<SendingHours> HoursAsync(CancellationToken cancellation)
    {
        var settings = await db.InvitationSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new InvitationSettings();
        return new SendingHours(settings.SendFromHour, settings.SendUntilHour);
    }

    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

public enum BookingResult
{
    Booked,

    /// <summary>Somebody else has it, or it may not be offered to this family.</summary>
    TimeTaken,

    /// <summary>The wish was booked, moved or taken back by somebody else.</summary>
    ChangedMeanwhile,

    WorkerNotLookedFor,
}
