using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Families;

public sealed class DetailsModel(PracticeDbContext db, ReachableFamilies reachable, PersonalDataProtector protector, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = FamiliesLinks.Done)]
    public string? DoneTyped { get; set; }

    public FamilyDone? Done => Enum.TryParse<FamilyDone>(DoneTyped, out var done) && Enum.IsDefined(done) ? done : null;

    public Family Family { get; private set; } = null!;

    public string Worker { get; private set; } = "";

    public IReadOnlyList<PersonView> People { get; private set; } = [];

    public bool MayLift => staff.Has(Role.QualityAssurance);

    public DateOnly? PausedUntil => Family.PausedUntil is { } day && day > LocalTime.Today(clock) ? day : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reachable.FindAsync(id, cancellation) is not { } family)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        Family = family;
        Worker = await db.Workers.Where(w => w.Id == family.WorkerId).Select(w => w.Name).SingleAsync(cancellation);
        var optedOut = await OptingOut.AmongAsync(db, family.Members.Select(m => m.Person!), cancellation);
        People = [.. family.Members.Select(m => PersonView.Of(m, m.Person!, optedOut.Contains(m.PersonId), protector)).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }
}

/// <summary>Somebody of a family as staff read of them.</summary>
public sealed record PersonView(
    Guid Id, string Name, FamilyRole Role, string? Mobile, string? Email, string Language, bool MayText, bool MayEmail, SafeHours Hours, string? Note,
    MessageChannel? Channel, DateOnly? PausedUntil, bool OptedOut)
{
    public string Reached => (OptedOut, Channel) switch
    {
        (true, _) => "Messages are stopped",
        (_, MessageChannel.Sms) => "By text",
        (_, MessageChannel.Email) => "By e-mail",
        _ => "No messages: there is no way that may be used",
    };

    public static PersonView Of(FamilyMember member, ContactPerson person, bool optedOut, PersonalDataProtector protector) => new(
        person.Id, protector.Reveal(person.Name)!, member.Role,
        protector.Reveal(person.Mobile) is { } mobile ? TelephoneNumber.Parse(mobile)?.AsWritten ?? mobile : null,
        protector.Reveal(person.Email), person.Language, person.MayText, person.MayEmail, person.Hours, protector.Reveal(person.ReachNote), person.Channel,
        person.PausedUntil, optedOut);
}
