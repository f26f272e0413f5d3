using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.People;

public sealed class CreateModel(
    PracticeDbContext db, ReachableFamilies reachable, AuthorityDetails details, PersonalDataProtector protector, CurrentStaff staff, Chance chance) : PersonForm
{
    private const int MostTries = 3;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        FamilyId = id;
        return await reachable.FindAsync(id, cancellation) is null ? this.NotThere(FamiliesLinks.Missing) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        FamilyId = id;
        if (await reachable.FindAsync(id, cancellation) is null)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        if (!await IsValidAsync())
        {
            return this.PageWithErrors();
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                return Redirect(FamiliesLinks.Details(id, await KeepAsync(id, cancellation)));
            }
            catch (DbUpdateException refusal) when (refusal.IsLostRace() && tries < MostTries)
            {
                // The same person was added at this moment, by the same button or a colleague: now they are found.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<FamilyDone> KeepAsync(Guid familyId, CancellationToken cancellation)
    {
        var key = (await details.GetAsync()).ContactKey;
        var person = await KnownAsync(key, cancellation);
        var done = person is null ? FamilyDone.PersonAdded : FamilyDone.PersonKnown;
        if (person is null)
        {
            person = ContactPerson.Of(chance.NewId(), Typed, key, protector);
            db.ContactPeople.Add(person);
        }
        else if (await db.FamilyMembers.AnyAsync(m => m.FamilyId == familyId && m.PersonId == person.Id, cancellation))
        {
            return FamilyDone.PersonAdded;
        }
        else
        {
            person.Meet(Typed, key, protector);
        }

        db.FamilyMembers.Add(new FamilyMember { FamilyId = familyId, PersonId = person.Id, Role = Role!.Value });
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PersonAdded, staff.For(), person.Id));
        await db.SaveChangesAsync(cancellation);
        return done;
    }

    private async Task<ContactPerson?> KnownAsync(ContactKey key, CancellationToken cancellation)
    {
        var typed = Typed;
        var name = key.HashOfName(typed.Name);
        var mobile = typed.Mobile is { } m ? key.HashOf(m) : null;
        var email = typed.Email is { } e ? key.HashOf(e) : null;
        return await db.ContactPeople
            .Where(p => p.NameHash == name && ((mobile != null && p.MobileHash == mobile) || (email != null && p.EmailHash == email)))
            .OrderBy(p => p.MobileHash == mobile ? 0 : 1).ThenBy(p => p.Id)
            .FirstOrDefaultAsync(cancellation);
    }
}
