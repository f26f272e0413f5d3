using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Families;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Invitations;

/// <summary>Families who are due, and what becomes of their invitations.</summary>
internal static class Invited
{
    public static async Task<ContactKey> ContactKeyAsync(this StaffSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AuthorityDetails>().GetAsync()).ContactKey;
    }

    /// <summary>A family whose first invitation is due today, unless it is said otherwise.</summary>
    public static async Task<InvitedFamily> AddFamilyAsync(
        this StaffSite site, DateOnly? startedOn = null, Guid? workerId = null, string? name = null, string? mobile = null, string? email = null,
        FamilyRole role = FamilyRole.Parent, ContactPerson? person = null, DateOnly? endedOn = null)
    {
        var family = InvitedFamily.New(
            site.Services.GetRequiredService<PersonalDataProtector>(), await site.ContactKeyAsync(),
            startedOn ?? LocalTime.Today(site.Clock).AddDays(-new InvitationSettings().FirstAfterDays), workerId, name,
            mobile ?? (email is null ? NewMobile() : null), email, role, person);
        family.Row.EndedOn = endedOn;
        await site.SaveAsync(person is null ? [family.Row, family.Person] : [family.Row]);
        return family;
    }

    public static string NewMobile() => $"07700 9{BitConverter.ToUInt32(Guid.NewGuid().ToByteArray()) % 100_000:00000}";

    public static async Task<PlannedCounts> PlanAsync(this StaffSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var planning = scope.ServiceProvider.GetRequiredService<InvitationPlanning>();
        return await planning.KeepAsync(
            await planning.MakeAsync(default), await site.ContactKeyAsync(), new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime), default);
    }

    public static Task<List<Invitation>> InvitationsOfAsync(this StaffSite site, InvitedFamily family) =>
        site.InDatabaseAsync(db => db.Invitations.AsNoTracking().Where(i => i.FamilyId == family.Id).OrderBy(i => i.DueOn).ToListAsync());

    public static Task<List<OutgoingMessage>> MessagesToAsync(this StaffSite site, InvitedFamily family) =>
        site.InDatabaseAsync(db => db.OutgoingMessages.AsNoTracking().Where(m => m.PersonId == family.Person.Id).OrderBy(m => m.CreatedAtUtc).ToListAsync());

    /// <summary>As if a sender had taken everything that waits.</summary>
    public static Task<int> SendAllAsync(this StaffSite site) => site.InDatabaseAsync(db => db.OutgoingMessages
        .Where(m => m.State == OutgoingMessageState.Waiting)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutgoingMessageState.Sent).SetProperty(m => m.SentAtUtc, site.Clock.GetUtcNow().UtcDateTime)));
}
