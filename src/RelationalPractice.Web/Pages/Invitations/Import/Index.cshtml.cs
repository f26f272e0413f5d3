using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Import;

[UploadLimit]
public sealed class IndexModel(PracticeDbContext db, ContactFileSeal seal, CurrentStaff staff, Chance chance) : PageModel
{
    private const int RecentMax = 10;

    [BindProperty]
    public IFormFile? Csv { get; set; }

    [BindProperty(SupportsGet = true, Name = ImportLinks.TooLarge)]
    public string? TooLarge { get; set; }

    public IReadOnlyList<RecentImport> Recent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (TooLarge is null)
        {
            return Page();
        }

        ModelState.AddModelError(nameof(Csv), "The file is larger than 20 MB. Split it, and read in one part after the other");
        var page = Page();
        page.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var content = await ContentAsync(cancellation);
        var (file, trouble) = content is null ? (null, "Choose a CSV file") : ContactFile.Read(content);
        if (file is null)
        {
            ModelState.AddModelError(nameof(Csv), trouble!);
            await LoadAsync(cancellation);
            return this.PageWithErrors();
        }

        var import = new ContactImport
        {
            Id = chance.NewId(),
            UploadedById = staff.Id,
            UploadedAtUtc = staff.For().AtUtc,
            Content = seal.Seal(content!),
            Lines = file.Rows.Count,
        };
        db.ContactImports.Add(import);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ContactsUploaded, staff.For(), import.Id));
        await db.SaveChangesAsync(cancellation);
        return Redirect(ImportLinks.Columns(import.Id));
    }

    private async Task<byte[]?> ContentAsync(CancellationToken cancellation)
    {
        if (Csv is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await Csv.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Recent = await db.ContactImports.OrderByDescending(i => i.UploadedAtUtc).ThenBy(i => i.Id).Take(RecentMax)
            .Join(db.Users, i => i.UploadedById, s => s.Id, (i, s) => new RecentImport(i.Id, i.UploadedAtUtc, s.DisplayName, i.Lines, i.State))
            .ToListAsync(cancellation);
}

public sealed record RecentImport(Guid Id, DateTime UploadedAtUtc, string By, int Lines, ContactImportState State);
