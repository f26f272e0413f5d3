using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>A form that its first reader has not finished typing.</summary>
public sealed class GoOnModel(PracticeDbContext db, Questionnaires questionnaires, SealedContents sealing, AuthorityDetails authority, CurrentStaff staff)
    : PaperEntry(questionnaires, sealing, authority)
{
    private PaperForm _form = null!;

    [BindProperty(Name = "paper_version")]
    public int Version { get; set; }

    public Guid Id => _form.Id;

    public override bool HasCode => _form.ReceiptHash is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(PaperLinks.Missing);
        }

        Version = _form.Version;
        Show(_form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? later, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(PaperLinks.Missing);
        }

        if (await ReadAsync(_form.QuestionnaireId) is not { } contents || !await IsNewCodeAsync(db, cancellation, id))
        {
            return this.PageWithErrors();
        }

        if (Version != _form.Version)
        {
            return await ChangedAsync(id, cancellation);
        }

        var isReady = later is null;
        db.AuditEvents.Add(_form.Type(Label!, Seal(contents), CodeHash() ?? _form.ReceiptHash, isReady, staff.For()));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Redirect(PaperLinks.List(isReady ? PaperDone.Typed : PaperDone.Saved));
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ChangedAsync(id, cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return SameCode();
        }
    }

    /// <summary>In another window of the same reader, or set aside by a colleague.</summary>
    private async Task<IActionResult> ChangedAsync(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(PaperLinks.Missing);
        }

        Version = _form.Version;
        ModelState.Remove("paper_version");
        ModelState.AddModelError("", "You saved this form in another window. What you typed here is still here: save again if it should stand");
        return this.PageWithErrors();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.PaperForms.SingleOrDefaultAsync(f => f.Id == id, cancellation) is not { } form || !form.MayBeTypedOnBy(staff.Id))
        {
            return false;
        }

        _form = form;
        await UseAsync(form.QuestionnaireId);
        return true;
    }
}
