using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.OptOuts;

public sealed class LiftModel(PracticeDbContext db, ReachableFamilies reachable, PersonalDataProtector protector, CurrentStaff staff) : PageModel
{
    public const int ReasonMaxLength = AuditEvent.ReasonMaxLength;

    private readonly InlineValidator<LiftModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage("Say how and when they asked for it")
            .MaximumLength(ReasonMaxLength).WithMessage($"The reason must be {ReasonMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Reason { get; set; }

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

        Reason = WrittenText.Clean(Reason);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        await OptingOut.LiftAsync(db, person, staff.For(Reason), cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague lifted it at this moment.
        }

        return Redirect(FamiliesLinks.Details(id, FamilyDone.Lifted));
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
