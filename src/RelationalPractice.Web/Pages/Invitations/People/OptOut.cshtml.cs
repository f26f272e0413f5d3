using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.People;

public sealed class OptOutModel(PracticeDbContext db, ReachableFamilies reachable, PersonalDataProtector protector, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public Guid FamilyId { get; private set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid personId, CancellationToken cancellation) =>
        await FindAsync(id, personId, cancellation) is null ? this.NotThere(FamiliesLinks.PersonMissing) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid personId, CancellationToken cancellation)
    {
        if (await FindAsync(id, personId, cancellation) is not { } person)
        {
            return this.NotThere(FamiliesLinks.PersonMissing);
        }

        await OptingOut.StopAsync(db, person, OptOutBy.Staff, LocalTime.Today(clock), staff.For(), cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            // They, or a colleague, stopped them at this moment: the rest is stopped now.
            db.ChangeTracker.Clear();
            await OptingOut.StopAsync(db, person, OptOutBy.Staff, LocalTime.Today(clock), staff.For(), cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Redirect(FamiliesLinks.Details(id, FamilyDone.OptedOut));
    }

    private async Task<ContactPerson?> FindAsync(Guid familyId, Guid personId, CancellationToken cancellation)
    {
        FamilyId = familyId;
        if (await reachable.FindAsync(familyId, personId, cancellation) is not var (_, _, person))
        {
            return null;
        }

        Name = protector.Reveal(person.Name)!;
        return person;
    }
}
