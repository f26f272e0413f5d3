using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations.Import;

/// <summary>Where a file stands: how far it is while it is worked on, and then what becomes, or became, of each line.</summary>
public sealed class DetailsModel(PracticeDbContext db) : PageModel
{
    public const int PageSize = 100;

    private const int SecondsBetweenLooks = 3;

    [BindProperty(SupportsGet = true, Name = ImportLinks.Fate)]
    public string? FateTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = ImportLinks.PageNumber)]
    public string? PageTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = ImportLinks.Still)]
    public string? StillTyped { get; set; }

    public ImportView Import { get; private set; } = null!;

    public IReadOnlyDictionary<ContactImportFate, int> Counts { get; private set; } = new Dictionary<ContactImportFate, int>();

    public IReadOnlyList<ContactImportLine> Lines { get; private set; } = [];

    public ContactImportFate? Fate => Enum.TryParse<ContactImportFate>(FateTyped, out var fate) && Enum.IsDefined(fate) ? fate : null;

    public int Number => int.TryParse(PageTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000 ? number : 1;

    public bool HasNext { get; private set; }

    public bool IsWorkedOn => Import.State is ContactImportState.Checking or ContactImportState.Keeping;

    public bool LooksAgain => IsWorkedOn && StillTyped is null;

    public int Taken => Counts.Where(c => c.Key != ContactImportFate.Refused).Sum(c => c.Value);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await ImportView.FindAsync(db, id, cancellation) is not { } import)
        {
            return this.NotThere(ImportLinks.Missing);
        }

        Import = import;
        if (import.State == ContactImportState.Uploaded && import.HasFile)
        {
            return Redirect(ImportLinks.Columns(id));
        }

        if (LooksAgain)
        {
            Response.Headers["Refresh"] = SecondsBetweenLooks.ToString(CultureInfo.InvariantCulture);
        }

        if (!IsWorkedOn)
        {
            await LoadLinesAsync(id, cancellation);
        }

        return Page();
    }

    private async Task LoadLinesAsync(Guid id, CancellationToken cancellation)
    {
        var lines = db.ContactImportLines.AsNoTracking().Where(l => l.ImportId == id);
        Counts = await lines.GroupBy(l => l.Fate).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var found = await lines.Where(l => Fate == null || l.Fate == Fate).OrderBy(l => l.Line)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        HasNext = found.Count > PageSize;
        Lines = [.. found.Take(PageSize)];
    }
}

/// <summary>An import without its file.</summary>
public sealed record ImportView(
    Guid Id, ContactImportState State, DateTime UploadedAtUtc, int Lines, int LinesDone, string? Trouble, int Version, bool HasFile)
{
    public static Task<ImportView?> FindAsync(PracticeDbContext db, Guid id, CancellationToken cancellation) =>
        db.ContactImports.Where(i => i.Id == id)
            .Select(i => new ImportView(i.Id, i.State, i.UploadedAtUtc, i.Lines, i.LinesDone, i.Trouble, i.Version, i.Content != null))
            .SingleOrDefaultAsync(cancellation);
}
