using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Families;

public sealed class ChangeModel(PracticeDbContext db, ReachableFamilies reachable, CurrentStaff staff, TimeProvider clock)
    : FamilyForm(reachable, clock)
{
    /// <summary>What the form was filled from: it is saved only over that.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Guid FamilyId { get; private set; }

    /// <summary>What a colleague made of it meanwhile, in words.</summary>
    public string? NowKept { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } family)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        Show(family);
        Seen = ContactVersions.Of(family);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } family)
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        if (!await IsValidAsync())
        {
            return this.PageWithErrors();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await ContactVersions.HoldAsync(db, family, cancellation))
        {
            return this.NotThere(FamiliesLinks.Missing);
        }

        if (ContactVersions.Of(family) != Seen)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "Somebody changed this family while you were writing. What you wrote is still here: save it again if it is right");
            Seen = ContactVersions.Of(family);
            var worker = Workers.FirstOrDefault(w => w.Id == family.WorkerId).Name ?? "another worker";
            NowKept = $"{worker}, from {StaffWords.Of(family.StartedOn)} to {(family.EndedOn is { } end ? StaffWords.Of(end) : "now")}";
            return this.PageWithErrors();
        }

        var typed = Typed;
        db.AuditEvents.Add(family.Change(typed.Worker, typed.Start, typed.End, typed.Interval, staff.For()));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect(FamiliesLinks.Details(id, FamilyDone.Changed));
    }

    private async Task<Family?> FindAsync(Guid id, CancellationToken cancellation)
    {
        FamilyId = id;
        var family = await Reachable.FindAsync(id, cancellation);
        await LoadWorkersAsync(family?.WorkerId, cancellation);
        return family;
    }
}
