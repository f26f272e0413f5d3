using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>The interviewer with some times, and two wishes: one waits, one is booked.</summary>
internal sealed class InterviewRows(PracticeDbContext db, DemonstrationOptions options, PersonalDataProtector personalData, byte[] receiptKey)
{
    private const int Minutes = 60;
    private const int Days = 6;

    private static readonly int[] Hours = [10, 14, 16];

    private readonly Dice _dice = Dice.For(options.Seed, Dice.Stream.Interviews);
    private readonly ContactKey _key = ContactKey.Of(receiptKey);

    public async Task AddAsync(CancellationToken cancellation)
    {
        var interviewer = await AccountAsync(Role.Interviewer, cancellation);
        var arranger = new ChangeContext(await AccountAsync(Role.QualityAssurance, cancellation), options.Today.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc));
        db.InterviewerProfiles.Add(new InterviewerProfile
        {
            StaffMemberId = interviewer,
            Kind = InterviewerKind.ExpertByExperience,
            Gender = InterviewerGender.Man,
            Languages = "Polish",
        });
        var slots = Enumerable.Range(0, Days).SelectMany(_ => Hours, (day, hour) => SlotOn(interviewer, options.Today.AddDays(day + 1), hour)).ToList();
        db.InterviewSlots.AddRange(slots);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewTimesOffered, arranger with { ActorId = interviewer }, interviewer));

        db.InterviewRequests.Add(Wish("Danuta", "07700 900318", InterviewWay.InPerson, "Mornings, when the children are at school. The library is good.", "Bronwen"));
        var booked = Wish("Curtis", "07700 900527", InterviewWay.Telephone, "Ring twice if I do not pick up.", worker: null);
        db.AuditEvents.Add(booked.FindWorker(workerStaffId: null, arranger));
        booked.Book();
        db.InterviewRequests.Add(booked);
        var interview = Interview.Of(_dice.Id(), booked, slots[0].Id, interviewer);
        db.Interviews.Add(interview);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewBooked, arranger, interview.Id));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private Task<Guid> AccountAsync(Role role, CancellationToken cancellation) =>
        db.StaffRoles.Where(r => r.Role == role).Select(r => r.StaffMemberId).OrderBy(id => id).FirstAsync(cancellation);

    private InterviewSlot SlotOn(Guid interviewer, DateOnly day, int hour) =>
        InterviewSlot.Offer(_dice.Id(), interviewer, LocalTime.ToUtc(day, new TimeOnly(hour, 0)), Minutes);

    private InterviewRequest Wish(string name, string contact, InterviewWay way, string wishes, string? worker)
    {
        var id = _dice.Id();
        return new InterviewRequest
        {
            Id = id,
            CodeHash = _key.HashOf(_key.CodeOf(id)),
            AskedOn = options.Today.AddDays(-2),
            Audience = Audience.ParentCarer,
            Way = way,
            Name = personalData.Protect(name),
            Contact = personalData.Protect(contact),
            Wishes = personalData.Protect(wishes),
            WorkerNameTyped = personalData.Protect(worker),
        };
    }
}
