using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.People;

public sealed class RemoveModel(PracticeDbContext db, ReachableFamilies reachable, PersonalDataProtector protector, CurrentStaff staff) : PageModel
{
    public Guid FamilyId { get; private set; }

    public string Name { get; private set; } = "";

    public bool HasOtherFamily { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid personId, CancellationToken cancellation) =>
        await FindAsync(id, personId, cancellation) is null ? this.NotThere(FamiliesLinks.PersonMissing) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid personId, CancellationToken cancellation)
    {
        if (await FindAsync(id, personId, cancellation) is null)
        {
            return this.NotThere(FamiliesLinks.PersonMissing);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The invitation goes with the place; somebody who stays in another family must not get a link that leads nowhere.
        await db.OutgoingMessages
            .Where(m => m.PersonId == personId && m.State == OutgoingMessageState.Waiting
                && db.Invitations.Any(i => i.Id == m.AboutId && i.FamilyId == id && i.PersonId == personId))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutgoingMessageState.Cancelled), cancellation);
        await db.FamilyMembers.Where(m => m.FamilyId == id && m.PersonId == personId).ExecuteDeleteAsync(cancellation);
        await db.ContactPeople.Where(p => p.Id == personId && !db.FamilyMembers.Any(m => m.PersonId == personId)).ExecuteDeleteAsync(cancellation);
        db.ChangeTracker.Clear();
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PersonRemoved, staff.For(), personId));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect(FamiliesLinks.Details(id, FamilyDone.PersonRemoved));
    }

    private async Task<ContactPerson?> FindAsync(Guid familyId, Guid personId, CancellationToken cancellation)
    {
        FamilyId = familyId;
        if (await reachable.FindAsync(familyId, personId, cancellation) is not var (_, _, person))
        {
            return null;
        }

        Name = protector.Reveal(person.Name)!;
        HasOtherFamily = await db.FamilyMembers.AnyAsync(m => m.PersonId == personId && m.FamilyId != familyId, cancellation);
        return person;
    }
}
