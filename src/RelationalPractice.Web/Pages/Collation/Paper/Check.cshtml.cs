using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>
/// A second reader holds what was typed against the paper, puts right what differs and sends it. From then on it is a response like any
/// other: nothing says that it came on paper.
/// </summary>
public sealed class CheckModel(
    PracticeDbContext db, Questionnaires questionnaires, SealedContents sealing, AuthorityDetails authority, CurrentStaff staff,
    Sending sending, TriageList words, Chance chance)
    : PaperEntry(questionnaires, sealing, authority)
{
    private PaperForm _form = null!;

    [BindProperty(Name = "paper_version")]
    public int Version { get; set; }

    public Guid Id => _form.Id;

    public override bool HasCode => _form.ReceiptHash is not null;

    /// <summary>Two people vouch for what a family wrote, and this is one of them already.</summary>
    public bool IsOwn => _form.TypedById == staff.Id;

    public string TypedBy { get; private set; } = "";

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

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(PaperLinks.Missing);
        }

        if (!_form.MayBeCheckedBy(staff.Id))
        {
            return Redirect(PaperLinks.Check(id));
        }

        if (await ReadAsync(_form.QuestionnaireId) is not { } contents || !await IsNewCodeAsync(db, cancellation, id))
        {
            return this.PageWithErrors();
        }

        if (Version == _form.Version && await SendAsync(contents, cancellation))
        {
            return Redirect(PaperLinks.List(PaperDone.Checked));
        }

        db.ChangeTracker.Clear();
        return await FindAsync(id, cancellation) ? SameCode() : this.NotThere(PaperLinks.Missing);
    }

    /// <summary>The response comes and the paper form goes, or neither.</summary>
    private async Task<bool> SendAsync(DraftContents contents, CancellationToken cancellation)
    {
        // Where no code could be read, nobody holds one that opens the response.
        var receipt = CodeHash() ?? _form.ReceiptHash ?? chance.Bytes(ReceiptHasher.HashLength);
        sending.Add(contents, Questionnaire, receipt, await words.GetAsync());
        db.PaperForms.Remove(_form);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PaperChecked, staff.For(), _form.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return false;
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.PaperForms.SingleOrDefaultAsync(f => f.Id == id && f.IsTyped, cancellation) is not { } form)
        {
            return false;
        }

        _form = form;
        TypedBy = await db.Users.Where(s => s.Id == form.TypedById).Select(s => s.DisplayName).SingleAsync(cancellation);
        await UseAsync(form.QuestionnaireId);
        return true;
    }
}
