using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations.Import;

public sealed class ColumnsModel(PracticeDbContext db, ContactFileSeal seal, ContactImportBell bell) : PageModel
{
    public static readonly IReadOnlyList<string> Fields = [.. Enum.GetNames<ContactField>()];

    public Guid Id { get; private set; }

    public int Lines { get; private set; }

    public IReadOnlyList<string> Headings { get; private set; } = [];

    public ContactColumns Columns { get; private set; } = new(new Dictionary<ContactField, int>());

    public static string? HintOf(ContactField field) => field switch
    {
        ContactField.Reference => "Finds the same family again in the next file. It is not kept itself.",
        ContactField.StartedOn => "Such as 03/12/2026, which is in December, or 2026-12-03.",
        ContactField.Role => "Parent, carer, relative, friend or young person. Without this column everybody new is taken for a parent.",
        ContactField.DoNotText => "Yes or no. The file can say that it is not safe; only a person can take that back.",
        ContactField.Hours => "Mornings, afternoons, evenings or any.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } import)
        {
            return this.NotThere(ImportLinks.Missing);
        }

        if (import.State != ContactImportState.Uploaded)
        {
            return Redirect(ImportLinks.Details(id));
        }

        if (Headings.Count == 0)
        {
            // The keys it was sealed with are gone.
            return this.NotThere(ImportLinks.Missing);
        }

        var remembered = await db.ContactImportMappings.Select(m => m.Json).SingleOrDefaultAsync(cancellation);
        Columns = ContactColumns.Guess(Headings, ContactColumns.Remembered(remembered));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } import)
        {
            return this.NotThere(ImportLinks.Missing);
        }

        if (import.State != ContactImportState.Uploaded)
        {
            return Redirect(ImportLinks.Details(id));
        }

        Columns = Chosen();
        Check();
        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (await StartAsync(import, cancellation))
        {
            bell.Ring();
        }

        return Redirect(ImportLinks.Details(id));
    }

    private async Task<bool> StartAsync(ContactImport import, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await ContactImports.MoveAsync(db, import.Id, import.Version, ContactImportState.Checking, cancellation))
        {
            return false;
        }

        await db.ContactImports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Mapping, Columns.ToJson()), cancellation);
        var json = Columns.ToRemember(Headings);
        if (await db.ContactImportMappings.ExecuteUpdateAsync(set => set.SetProperty(m => m.Json, json), cancellation) == 0)
        {
            db.ContactImportMappings.Add(new ContactImportMapping { Json = json });
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private ContactColumns Chosen()
    {
        var places = new Dictionary<ContactField, int>();
        foreach (var field in Enum.GetValues<ContactField>())
        {
            if (int.TryParse(Request.Form[field.ToString()], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Headings.Count)
            {
                places[field] = place;
            }
        }

        return new ContactColumns(places);
    }

    private void Check()
    {
        foreach (var field in ContactColumns.Needed.Where(field => !Columns.Has(field)))
        {
            ModelState.AddModelError(field.ToString(), $"Choose the column for “{ContactWords.Of(field)}”");
        }

        if (!Columns.Has(ContactField.Mobile) && !Columns.Has(ContactField.Email))
        {
            ModelState.AddModelError(nameof(ContactField.Mobile), "Choose the column for the mobile number, the e-mail address or both");
        }

        if (Columns.TakenTwice is { } twice)
        {
            ModelState.AddModelError(twice.ToString(), $"“{ContactWords.Of(twice)}” has a column that is chosen for something else too");
        }
    }

    private async Task<ContactImport?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Id = id;
        var import = await db.ContactImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is { State: ContactImportState.Uploaded })
        {
            Lines = import.Lines;
            Headings = ContactFile.Open(seal, import.Content)?.Headings ?? [];
        }

        return import;
    }
}
