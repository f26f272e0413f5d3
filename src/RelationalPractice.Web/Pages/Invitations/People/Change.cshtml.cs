using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.People;

public sealed class ChangeModel(
    PracticeDbContext db, ReachableFamilies reachable, AuthorityDetails details, PersonalDataProtector protector, CurrentStaff staff) : PersonForm
{
    /// <summary>What the form was filled from: it is saved only over that.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public int OtherFamilies { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid personId, CancellationToken cancellation)
    {
        if (await FindAsync(id, personId, cancellation) is not var (member, person))
        {
            return this.NotThere(FamiliesLinks.PersonMissing);
        }

        Show(person, member, protector);
        Seen = ContactVersions.Of(person, member);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid personId, CancellationToken cancellation)
    {
        if (await FindAsync(id, personId, cancellation) is not var (member, person))
        {
            return this.NotThere(FamiliesLinks.PersonMissing);
        }

        if (!await IsValidAsync())
        {
            return this.PageWithErrors();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await ContactVersions.HoldAsync(db, person, member, cancellation))
        {
            return this.NotThere(FamiliesLinks.PersonMissing);
        }

        if (ContactVersions.Of(person, member) != Seen)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "Somebody changed this person while you were writing. What you wrote is still here: look at the family’s page in another tab, and save again if yours is right");
            Seen = ContactVersions.Of(person, member);
            return this.PageWithErrors();
        }

        person.Take(Typed, (await details.GetAsync()).ContactKey, protector);
        member.Role = Role!.Value;
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PersonChanged, staff.For(), personId));
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            ModelState.AddModelError(nameof(Mobile), "Somebody of this name and number is known already. If it is the same person, take this one out of the family and add them again");
            return this.PageWithErrors();
        }

        return Redirect(FamiliesLinks.Details(id, FamilyDone.PersonChanged));
    }

    private async Task<(FamilyMember Member, ContactPerson Person)?> FindAsync(Guid familyId, Guid personId, CancellationToken cancellation)
    {
        FamilyId = familyId;
        if (await reachable.FindAsync(familyId, personId, cancellation) is not var (_, member, person))
        {
            return null;
        }

        OtherFamilies = await db.FamilyMembers.CountAsync(m => m.PersonId == personId && m.FamilyId != familyId, cancellation);
        return (member, person);
    }
}
