using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Import;

public sealed class GiveUpModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public ImportView Import { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await ImportView.FindAsync(db, id, cancellation) is not { } import)
        {
            return this.NotThere(ImportLinks.Missing);
        }

        Import = import;
        return CanBeGivenUp ? Page() : Redirect(ImportLinks.Details(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ImportView.FindAsync(db, id, cancellation) is not { } import)
        {
            return this.NotThere(ImportLinks.Missing);
        }

        Import = import;
        if (CanBeGivenUp && Version == import.Version)
        {
            await ContactImports.GoOnAsync(
                db, id, Version, ContactImportState.GivenUp, AuditEvent.Of(AuditEventKind.ContactsGivenUp, staff.For(), id), cancellation);
        }

        return Redirect(ImportLinks.Details(id));
    }

    /// <summary>Once somebody has said "keep these" it is too late.</summary>
    private bool CanBeGivenUp => Import.State is ContactImportState.Uploaded or ContactImportState.Checking or ContactImportState.Checked;
}
