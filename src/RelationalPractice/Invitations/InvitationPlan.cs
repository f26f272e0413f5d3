using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Invitations;

/// <summary>Who is to be asked on one day and why, who is not and why not: everybody at once, in a few queries, and nothing is changed.</summary>
public sealed class InvitationPlan
{
    /// <summary>The longest interval of a family twice: no older invitation has a say in what is due.</summary>
    private const int MonthsRemembered = 2 * InvitationSettings.LongestFamilyInterval;

    private InvitationPlan(DateOnly today, IReadOnlyList<PlannedPerson> people) => (Today, People) = (today, people);

    public DateOnly Today { get; }

    public IReadOnlyList<PlannedPerson> People { get; }

    /// <summary>The same for the same people to be asked: a page that was shown can be told from what came after.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Due.Select(person => $"{person.FamilyId:N} {person.PersonId:N} {person.Outcome}").Order(StringComparer.Ordinal)))));

    public IEnumerable<PlannedPerson> Due => People.Where(person => person.Outcome is not NotDue);

    /// <summary>What falls after this day, until another with it.</summary>
    public IEnumerable<PlannedPerson> ComingUntil(DateOnly day) =>
        People.Where(person => person.Outcome is NotDue { Next: { } next } && next > Today && next <= day);

    public IEnumerable<PlannedPerson> NotAsked(NotDueReason reason) => People.Where(person => person.Outcome is NotDue not && not.Reason == reason);

    /// <param name="families">Those that the reader may know of.</param>
    /// <param name="reminders">False for whoever must not learn whether somebody answered: then nothing here depends on it.</param>
    public static Task<InvitationPlan> MakeAsync(
        PracticeDbContext db, IQueryable<Family> families, InvitationSettings settings, DateOnly today, bool reminders, CancellationToken cancellation)
    {
        var people = families.SelectMany(family => family.Members).Select(member => member.PersonId);
        return MakeAsync(db, families, db.Invitations.Where(i => people.Contains(i.PersonId)), settings, today, reminders, cancellation);
    }

    /// <summary>Of a few people, with all their families.</summary>
    public static async Task<InvitationPlan> OfPeopleAsync(
        PracticeDbContext db, IReadOnlyList<Guid> people, InvitationSettings settings, DateOnly today, CancellationToken cancellation)
    {
        var families = await db.FamilyMembers.Where(m => people.Contains(m.PersonId)).Select(m => m.FamilyId).Distinct().ToListAsync(cancellation);
        return await MakeAsync(
            db, db.Families.Where(f => families.Contains(f.Id)), db.Invitations.Where(i => people.Contains(i.PersonId)), settings, today, reminders: true, cancellation);
    }

    private static async Task<InvitationPlan> MakeAsync(
        PracticeDbContext db, IQueryable<Family> families, IQueryable<Invitation> invitations, InvitationSettings settings, DateOnly today, bool reminders,
        CancellationToken cancellation)
    {
        var rules = CadenceRules.Of(settings);
        var horizon = today.AddDays(-7 * settings.AfterEndWeeks).AddMonths(-InvitationSettings.LongestFamilyInterval);
        var contacts = await ContactsOf(db, families.Where(f => f.EndedOn == null || f.EndedOn >= horizon)).AsNoTracking().ToListAsync(cancellation);
        var since = today.AddMonths(-MonthsRemembered);
        var earlier = await EarlierAsync(db, invitations.Where(i => i.DueOn >= since), today, reminders, cancellation);
        // Who has a place in two families is written to about one after the other: the longest due first.
        var people = contacts.GroupBy(contact => contact.PersonId).SelectMany(person => OfOnePerson([.. person], earlier, reminders ? rules : rules.WithoutReminders(), today));
        return new InvitationPlan(today, [.. people]);
    }

    private static IQueryable<ContactRow> ContactsOf(PracticeDbContext db, IQueryable<Family> families) =>
        from family in families
        from member in family.Members
        let person = member.Person!
        select new ContactRow(
            family.Id, person.Id, family.WorkerId, family.StartedOn, family.EndedOn, family.IntervalMonths, family.PausedUntil, person.PausedUntil,
            member.Role, person.Language, person.Hours, person.Mobile != null && person.MayText, person.Email != null && person.MayEmail,
            db.OptOuts.Any(o => o.ContactHash == person.MobileHash || o.ContactHash == person.EmailHash));

    /// <summary>By person, for what was sent about one family has a say in what is sent about another.</summary>
    private static async Task<ILookup<Guid, EarlierRow>> EarlierAsync(
        PracticeDbContext db, IQueryable<Invitation> sent, DateOnly today, bool reminders, CancellationToken cancellation)
    {
        var invitations = await sent.AsNoTracking().ToListAsync(cancellation);
        if (invitations.Count == 0)
        {
            return invitations.ToLookup(invitation => invitation.PersonId, invitation => EarlierRow.Of(invitation, [], today));
        }

        var messages = await sent
            .Join(db.OutgoingMessages, i => i.Id, m => m.AboutId, (_, message) => message)
            .Where(m => m.Kind == OutgoingMessageKind.Invitation || (reminders && m.Kind == OutgoingMessageKind.Reminder))
            .Select(m => new MessageRow(m.AboutId, m.Kind, m.State, m.SentAtUtc))
            .ToListAsync(cancellation);
        var byInvitation = messages.ToLookup(message => message.InvitationId);
        return invitations.ToLookup(invitation => invitation.PersonId, invitation => EarlierRow.Of(invitation, [.. byInvitation[invitation.Id]], today));
    }

    private static IEnumerable<PlannedPerson> OfOnePerson(
        List<ContactRow> places, ILookup<Guid, EarlierRow> earlier, CadenceRules rules, DateOnly today)
    {
        var sent = earlier[places[0].PersonId].ToList();
        var nowAbout = (Guid?)null;
        foreach (var planned in places
            .Select(place => place.On(today, place.AsCase(sent), rules))
            .OrderBy(planned => planned.Outcome is InvitationDue due ? due.DueOn : DateOnly.MaxValue)
            .ThenBy(planned => planned.FamilyId))
        {
            var waits = planned.Outcome is not NotDue && nowAbout is not null;
            nowAbout ??= planned.Outcome is NotDue ? null : planned.FamilyId;
            yield return waits ? planned with { Outcome = new NotDue(NotDueReason.TooSoon, today.AddDays(Cadence.ElsewhereApartDays)) } : planned;
        }
    }

    private sealed record ContactRow(
        Guid FamilyId, Guid PersonId, Guid WorkerId, DateOnly StartedOn, DateOnly? EndedOn, int? IntervalMonths, DateOnly? FamilyPausedUntil, DateOnly? PersonPausedUntil,
        FamilyRole Role, string Language, SafeHours Hours, bool Texts, bool Emails, bool OptedOut)
    {
        private MessageChannel? Channel => Texts ? MessageChannel.Sms : Emails ? MessageChannel.Email : null;

        public CadenceCase AsCase(IReadOnlyList<EarlierRow> sent) => new(
            StartedOn, EndedOn, IntervalMonths,
            FamilyPausedUntil is { } family && PersonPausedUntil is { } person ? (family > person ? family : person) : FamilyPausedUntil ?? PersonPausedUntil,
            OptedOut, Channel is not null,
            sent.Where(row => row.FamilyId != FamilyId).Max(row => row.LastWrittenOn),
            [.. sent.Where(row => row.FamilyId == FamilyId).Select(row => row.Invitation)]);

        public PlannedPerson On(DateOnly today, CadenceCase person, CadenceRules rules)
        {
            var outcome = Cadence.On(today, person, rules);
            var ahead = OptedOut || Channel is null ? 0 : Cadence.Rounds(person, rules, today.AddDays(1), today.AddYears(1)).Count();
            return new(
                FamilyId, PersonId, WorkerId, Role, Language, Hours, Channel, StartedOn, EndedOn, IntervalMonths ?? rules.IntervalMonths,
                ahead + (outcome is InvitationDue ? 1 : 0), outcome);
        }
    }

    private sealed record MessageRow(Guid InvitationId, OutgoingMessageKind Kind, OutgoingMessageState State, DateTime? SentAtUtc)
    {
        public bool OnItsWay => State is OutgoingMessageState.Waiting or OutgoingMessageState.Sending;

        public DateOnly? SentOn => SentAtUtc is { } sent ? DateOnly.FromDateTime(LocalTime.Of(sent)) : null;
    }

    private sealed record EarlierRow(Guid FamilyId, EarlierInvitation Invitation, DateOnly? LastWrittenOn)
    {
        public static EarlierRow Of(Invitation invitation, IReadOnlyList<MessageRow> messages, DateOnly today)
        {
            var first = messages.FirstOrDefault(message => message.Kind == OutgoingMessageKind.Invitation);
            var onItsWay = messages.Any(message => message.OnItsWay);
            // Its message may have been deleted since: then it counts as sent on the day it was planned.
            var sentOn = first is null ? invitation.PlannedOn : first.SentOn;
            // What waits may go out today or later, however long ago it was planned.
            var lastWritten = onItsWay ? today : messages.Max(message => message.SentOn) ?? sentOn;
            return new EarlierRow(
                invitation.FamilyId,
                new EarlierInvitation(
                    invitation.Id, invitation.Round, invitation.DueOn, invitation.ExpiresOn, sentOn, onItsWay,
                    messages.Any(message => message.Kind == OutgoingMessageKind.Reminder), invitation.AnsweredOn),
                lastWritten);
        }
    }
}

/// <summary>One person in one family, and what the cadence says of them today.</summary>
/// <param name="RoundsInAYear">Invitations that fall from today on within a year, as things stand.</param>
public sealed record PlannedPerson(
    Guid FamilyId, Guid PersonId, Guid WorkerId, FamilyRole Role, string Language, SafeHours Hours, MessageChannel? Channel,
    DateOnly StartedOn, DateOnly? EndedOn, int IntervalMonths, int RoundsInAYear, CadenceOutcome Outcome)
{
    public Audience Audience => Role.Audience();
}
