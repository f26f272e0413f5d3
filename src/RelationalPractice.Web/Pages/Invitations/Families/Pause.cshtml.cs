using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Families;

public sealed class PauseModel(PracticeDbContext db, ReachableFamilies reachable, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private readonly InlineValidator<PauseModel> _rules = new()
    {
        v => v.RuleFor(m => m.Until)
            .Must(typed => string.IsNullOrWhiteSpace(typed) || TypedDay.Parse(typed) is not null).WithMessage("Give the day, such as 3 March 2026, or leave it empty to end the pause")
            .Must((m, typed) => TypedDay.Parse(typed) is not { } day || day > LocalTime.Today(m.Clock)).WithMessage("The day must be after today")
            .Must((m, typed) => TypedDay.Parse(typed) is not { } day || day <= LocalTime.Today(m.Clock).AddMonths(Family.LongestPauseMonths))
                .WithMessage($"A pause is {Family.LongestPauseMonths} months at most. To stop for good, open the person and stop messages"),
    };

    [BindProperty]
    public string? Until { get; set; }

    public Guid FamilyId { get; private set; }

    public DateOnly? PausedUntil { get; private set; }

    private TimeProvider Clock => clock;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is null)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        Until = PausedUntil is { } day ? TypedDay.Format(day) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } family)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        db.AuditEvents.Add(TypedDay.Parse(Until) is { } until ? family.Pause(until, staff.For()) : family.EndPause(staff.For()));
        await db.SaveChangesAsync(cancellation);
        return Redirect(FamiliesLinks.Details(id, FamilyDone.Paused));
    }

    private async Task<Family?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var family = await reachable.FindAsync(id, cancellation);
        (FamilyId, PausedUntil) = (id, family?.PausedUntil);
        return family;
    }
}
