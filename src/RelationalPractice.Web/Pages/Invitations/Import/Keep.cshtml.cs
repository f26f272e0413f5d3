using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Import;

/// <summary>Pressed twice, or by two at once, a file is kept once: the second is shown how the first goes on.</summary>
public sealed class KeepModel(PracticeDbContext db, ContactImportBell bell, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public ImportView Import { get; private set; } = null!;

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(ImportLinks.Missing);
        }

        return Import.State == ContactImportState.Checked && Taken > 0 ? Page() : Redirect(ImportLinks.Details(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(ImportLinks.Missing);
        }

        if (Import.State == ContactImportState.Checked && Version == Import.Version && Taken > 0
            && await ContactImports.GoOnAsync(
                db, id, Version, ContactImportState.Keeping, AuditEvent.Of(AuditEventKind.ContactsKept, staff.For($"{Taken} lines"), id), cancellation))
        {
            bell.Ring();
        }

        return Redirect(ImportLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await ImportView.FindAsync(db, id, cancellation) is not { } import)
        {
            return false;
        }

        Import = import;
        Refused = await db.ContactImportLines.CountAsync(l => l.ImportId == id && l.Fate == ContactImportFate.Refused, cancellation);
        Taken = await db.ContactImportLines.CountAsync(l => l.ImportId == id && l.Fate != ContactImportFate.Refused, cancellation);
        return true;
    }
}
