using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Families;

/// <summary>The form carries the family's identifier, so that sending it twice adds it once.</summary>
public sealed class CreateModel(PracticeDbContext db, ReachableFamilies reachable, CurrentStaff staff, Chance chance, TimeProvider clock)
    : FamilyForm(reachable, clock)
{
    [BindProperty]
    public Guid FamilyId { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        FamilyId = chance.NewId();
        await LoadWorkersAsync(also: null, cancellation);
        WorkerId = Workers is [var only] ? only.Id : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        FamilyId = FamilyId == Guid.Empty ? chance.NewId() : FamilyId;
        await LoadWorkersAsync(also: null, cancellation);
        if (!await IsValidAsync())
        {
            return this.PageWithErrors();
        }

        var typed = Typed;
        db.Families.Add(new Family
        {
            Id = FamilyId,
            WorkerId = typed.Worker,
            StartedOn = typed.Start,
            EndedOn = typed.End,
            IntervalMonths = typed.Interval,
        });
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.FamilyAdded, staff.For(), FamilyId));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            // The button was pressed twice: it is added.
        }

        return Redirect(FamiliesLinks.Details(FamilyId, FamilyDone.Added));
    }
}
