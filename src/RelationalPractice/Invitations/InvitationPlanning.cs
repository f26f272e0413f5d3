using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>
/// Makes what is due into invitations and messages that wait to go out. It may be stopped at any point and begun again, also by several
/// at once: each piece is kept whole or not at all, and nobody is asked twice in a round.
/// </summary>
public sealed class InvitationPlanning(PracticeDbContext db, IBulk bulk, Chance chance, TimeProvider clock)
{
    /// <summary>In one transaction. Families who write at the same time wait no longer than one takes; many small ones would write each index page many times.</summary>
    private const int PieceSize = 20_000;

    /// <summary>Looked up by one query.</summary>
    private const int LookUpSize = 2_000;

    /// <summary>So many new rows are worth the database's taking stock.</summary>
    private const int MuchNew = 10_000;

    public async Task<InvitationPlan> MakeAsync(CancellationToken cancellation)
    {
        var settings = await SettingsAsync(cancellation);
        return await InvitationPlan.MakeAsync(db, db.Families, settings, LocalTime.Today(clock), reminders: true, cancellation);
    }

    /// <summary>Lets go out what a member of the quality team has looked at.</summary>
    public Task<PlannedCounts> KeepAsync(InvitationPlan plan, ContactKey key, ChangeContext by, CancellationToken cancellation) =>
        KeepPiecesAsync(plan, key, by, cancellation);

    /// <summary>Where the authority wants invitations to go out by themselves: once a day, on whichever node comes first.</summary>
    /// <returns>Null when it is not wanted, or done for today.</returns>
    public async Task<PlannedCounts?> KeepDailyAsync(ContactKey key, CancellationToken cancellation)
    {
        var settings = await SettingsAsync(cancellation);
        if (!settings.Automatic || await WasDoneTodayAsync(cancellation))
        {
            return null;
        }

        var plan = await MakeAsync(cancellation);
        var counts = await KeepPiecesAsync(plan, key, by: null, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await HoldAsync(cancellation);
        if (!await WasDoneTodayAsync(cancellation))
        {
            // Written last: a node that dies on the way leaves the day to be done.
            db.AuditEvents.Add(AuditEvent.OfNobody(AuditEventKind.InvitationsPlanned, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return counts;
    }

    private Task<InvitationSettings> SettingsAsync(CancellationToken cancellation) => db.InvitationSettings.AsNoTracking().SingleAsync(cancellation);

    private Task<bool> WasDoneTodayAsync(CancellationToken cancellation)
    {
        var today = LocalTime.ToUtc(LocalTime.Today(clock), TimeOnly.MinValue);
        return db.AuditEvents.AnyAsync(e => e.Kind == AuditEventKind.InvitationsPlanned && e.ActorId == null && e.AtUtc >= today, cancellation);
    }

    private async Task<PlannedCounts> KeepPiecesAsync(InvitationPlan plan, ContactKey key, ChangeContext? by, CancellationToken cancellation)
    {
        var hours = (await SettingsAsync(cancellation)).SendingHours();
        var now = clock.GetUtcNow().UtcDateTime;
        var from = Enum.GetValues<SafeHours>().ToDictionary(safe => safe, safe => hours.Next(now, safe));
        var counts = new PlannedCounts(0, 0);
        foreach (var piece in plan.Due.Chunk(PieceSize))
        {
            var kept = await KeepPieceAsync(piece, plan.Today, key, person => from[person.Hours], now, by, cancellation);
            counts = new PlannedCounts(counts.Invitations + kept.Invitations, counts.Reminders + kept.Reminders);
        }

        if (counts.Invitations + counts.Reminders >= MuchNew)
        {
            await bulk.FinishAsync(db, cancellation);
        }

        return counts;
    }

    private async Task<PlannedCounts> KeepPieceAsync(
        PlannedPerson[] piece, DateOnly today, ContactKey key, Func<PlannedPerson, DateTime> from, DateTime now, ChangeContext? by,
        CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await HoldAsync(cancellation);
        await bulk.BeginAsync(db, cancellation);
        var standing = await StandingAsync(piece, today, cancellation);
        var invitations = new List<Invitation>();
        var messages = new List<OutgoingMessage>();
        foreach (var person in piece.Where(standing.Contains))
        {
            if (person.Outcome is InvitationDue due)
            {
                var invitation = Invitation.Of(chance.NewId(), due, person.FamilyId, person.PersonId, person.Channel!.Value, key, today);
                invitations.Add(invitation);
                messages.Add(MessageTo(person, OutgoingMessageKind.Invitation, invitation.Id, InvitationTexts.Invitation(person.Language, person.Audience, due.Round), now, from(person)));
            }
            else if (person.Outcome is ReminderDue reminder)
            {
                messages.Add(MessageTo(person, OutgoingMessageKind.Reminder, reminder.InvitationId, InvitationTexts.Reminder(person.Language, person.Audience), now, from(person)));
            }
        }

        await bulk.WriteAsync(db, invitations.OrderBy(invitation => bulk.Rank(invitation.Id)), cancellation);
        await bulk.WriteAsync(db, messages.OrderBy(message => bulk.Rank(message.Id)), cancellation);
        var counts = new PlannedCounts(invitations.Count, messages.Count - invitations.Count);
        if (by is not null && messages.Count > 0)
        {
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InvitationsPlanned, by with { Reason = counts.InWords }));
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return counts;
    }

    /// <summary>One planner at a time, until the end of the transaction: the others wait here and then see what it kept.</summary>
    private Task HoldAsync(CancellationToken cancellation) =>
        db.InvitationSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Automatic, s => s.Automatic), cancellation);

    /// <summary>Whoever is still due, now that nobody else plans: what happened since the plan was made is asked once more.</summary>
    private async Task<HashSet<PlannedPerson>> StandingAsync(PlannedPerson[] piece, DateOnly today, CancellationToken cancellation)
    {
        var settings = await SettingsAsync(cancellation);
        var standing = new HashSet<PlannedPerson>();
        foreach (var people in piece.Select(person => person.PersonId).Distinct().Chunk(LookUpSize))
        {
            standing.UnionWith((await InvitationPlan.OfPeopleAsync(db, people, settings, today, cancellation)).Due);
        }

        return standing;
    }

    private OutgoingMessage MessageTo(PlannedPerson person, OutgoingMessageKind kind, Guid invitationId, MessageWords words, DateTime now, DateTime from) =>
        person.Channel == MessageChannel.Email
            ? OutgoingMessage.ToPerson(chance.NewId(), kind, invitationId, person.PersonId, MessageChannel.Email, words.Subject, words.Email, now, from)
            : OutgoingMessage.ToPerson(chance.NewId(), kind, invitationId, person.PersonId, MessageChannel.Sms, subject: null, words.Sms, now, from);
}

/// <summary>What was made to go out.</summary>
public sealed record PlannedCounts(int Invitations, int Reminders)
{
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Invitations} invitations, {Reminders} reminders");
}
