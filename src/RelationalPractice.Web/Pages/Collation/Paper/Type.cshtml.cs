using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>A returned form, typed for the first time.</summary>
public sealed class TypeModel(
    PracticeDbContext db, Questionnaires questionnaires, SealedContents sealing, AuthorityDetails authority, CurrentStaff staff, Chance chance)
    : PaperEntry(questionnaires, sealing, authority)
{
    /// <summary>Drawn when the empty page is shown, so that the same form sent twice is one.</summary>
    [BindProperty(Name = "paper_id")]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "id")] Guid questionnaireId, CancellationToken cancellation)
    {
        if (!await FindAsync(questionnaireId, cancellation))
        {
            return this.NotThere(PaperLinks.NoQuestionnaire);
        }

        Id = chance.NewId();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "id")] Guid questionnaireId, string? later, CancellationToken cancellation)
    {
        if (!await FindAsync(questionnaireId, cancellation))
        {
            return this.NotThere(PaperLinks.NoQuestionnaire);
        }

        if (await ReadAsync(questionnaireId) is not { } contents || !await IsNewCodeAsync(db, cancellation, except: Id))
        {
            return this.PageWithErrors();
        }

        var isReady = later is null;
        var form = new PaperForm { Id = Id == Guid.Empty ? chance.NewId() : Id, Label = Label!, QuestionnaireId = questionnaireId, TypedById = staff.Id, Ciphertext = [] };
        db.PaperForms.Add(form);
        db.AuditEvents.Add(form.Type(Label!, Seal(contents), CodeHash(), isReady, staff.For()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            db.ChangeTracker.Clear();
            if (!await db.PaperForms.AnyAsync(f => f.Id == Id && f.TypedById == staff.Id, cancellation))
            {
                return SameCode();
            }
        }

        return Redirect(PaperLinks.List(isReady ? PaperDone.Typed : PaperDone.Saved));
    }

    private async Task<bool> FindAsync(Guid questionnaireId, CancellationToken cancellation)
    {
        if (!await db.Questionnaires.AnyAsync(q => q.Id == questionnaireId, cancellation))
        {
            return false;
        }

        await UseAsync(questionnaireId);
        return true;
    }
}
