using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Interviews;

/// <summary>Interviewers with times, and families who ask, as they stand in the database.</summary>
internal static class Arranged
{
    public const string Mobile = "07700 900461";

    public static async Task<StaffMember> InterviewerAsync(
        this StaffSite site, InterviewerKind kind = InterviewerKind.ExpertByExperience, InterviewerGender? gender = InterviewerGender.Woman, params Role[] also)
    {
        var member = await site.HireAsync([Role.Interviewer, .. also]);
        await site.SaveAsync(new InterviewerProfile { StaffMemberId = member.Id, Kind = kind, Gender = gender });
        return member;
    }

    /// <summary>A time so many days from the site's day, on the clock in London.</summary>
    public static async Task<InterviewSlot> OfferAsync(this StaffSite site, StaffMember interviewer, int daysAhead = 1, int hour = 14, int minutes = 60)
    {
        var day = LocalTime.Today(site.Clock).AddDays(daysAhead);
        var slot = InterviewSlot.Offer(Guid.NewGuid(), interviewer.Id, LocalTime.ToUtc(day, new TimeOnly(hour, 0)), minutes);
        await site.SaveAsync(slot);
        return slot;
    }

    public static Task<ContactKey> KeyAsync(this StaffSite site) => site.WithAuthorityAsync(authority => authority.ContactKey);

    public static Task<byte[]> ReceiptKeyAsync(this StaffSite site) => site.WithAuthorityAsync(authority => authority.ReceiptKey);

    public static string? Reveal(this StaffSite site, ProtectedText? text) => site.Services.GetRequiredService<PersonalDataProtector>().Reveal(text);

    public static async Task<(InterviewRequest Wish, string Code)> WishAsync(
        this StaffSite site, string? workerName = null, string contact = Mobile, InterviewerKind? kind = null, InterviewerGender? gender = null,
        bool lookedFor = true, Guid? workerStaffId = null, Audience audience = Audience.ParentCarer, string name = "Rosalind")
    {
        var key = await site.KeyAsync();
        var protector = site.Services.GetRequiredService<PersonalDataProtector>();
        var id = Guid.NewGuid();
        var wish = new InterviewRequest
        {
            Id = id,
            CodeHash = key.HashOf(key.CodeOf(id)),
            AskedOn = LocalTime.Today(site.Clock),
            Audience = audience,
            Way = InterviewWay.Telephone,
            Name = protector.Protect(name),
            Contact = protector.Protect(contact),
            WorkerNameTyped = protector.Protect(workerName),
            WantsKind = kind,
            WantsGender = gender,
        };
        if (lookedFor)
        {
            wish.FindWorker(workerStaffId, new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));
        }

        await site.SaveAsync(wish);
        return (wish, key.CodeOf(id).Value);
    }

    public static async Task<Interview> BookAsync(this StaffSite site, InterviewRequest wish, InterviewSlot slot)
    {
        var interview = Interview.Of(Guid.NewGuid(), wish, slot.Id, slot.InterviewerId);
        await site.InDatabaseAsync(async db =>
        {
            (await db.InterviewRequests.FindAsync(wish.Id))!.Book();
            db.Add(interview);
            return await db.SaveChangesAsync();
        });
        return interview;
    }

    public static async Task<Worker> WorkerAsync(this StaffSite site, string name, Guid? account = null)
    {
        var worker = new Worker { Id = Guid.NewGuid(), Name = name, TeamId = SampleAuthority.TeamId, StaffMemberId = account };
        await site.SaveAsync(worker);
        return worker;
    }

    public static IReadOnlyList<string> Offered(Page page) =>
        [.. page.Document.QuerySelectorAll("input[name=SlotId]").Select(radio => radio.GetAttribute("value")!)];

    private static async Task<T> WithAuthorityAsync<T>(this StaffSite site, Func<AuthorityView, T> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return use(await scope.ServiceProvider.GetRequiredService<AuthorityDetails>().GetAsync());
    }
}
