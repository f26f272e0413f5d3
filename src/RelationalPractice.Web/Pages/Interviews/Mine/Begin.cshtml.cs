using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>The statement on confidentiality and storage: nothing is asked before it was read out and agreed to.</summary>
public sealed class BeginModel(
    PracticeDbContext db, OwnInterviews own, InterviewDrafts drafts, InterviewStatement statement, Questionnaires questionnaires, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public IReadOnlyList<string> Statement { get; private set; } = [];

    public string Version => statement.Version;

    public string Source => statement.Source;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var (_, elsewhere) = await FindAsync(id, cancellation);
        return elsewhere ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var (found, elsewhere) = await FindAsync(id, cancellation);
        if (found is null || elsewhere is not null)
        {
            return elsewhere!;
        }

        ModelState.Clear();
        if (!Confirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), "Read the statement out first. Then tick that they want to go on");
            return this.PageWithErrors();
        }

        db.AuditEvents.Add(found.Interview.Begin(staff.For()));
        drafts.Start(id, await questionnaires.CurrentAsync(found.Audience));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            // Pressed twice, or cancelled meanwhile: the next page knows which.
        }

        return Redirect(InterviewLinks.Sheet(id));
    }

    private async Task<(OwnInterview? Found, IActionResult? Elsewhere)> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await own.FindAsync(id, cancellation) is not { } found)
        {
            return (null, this.NotThere(InterviewLinks.MissingInterview));
        }

        Statement = statement.For(found.Audience);
        return (found, found.Interview.StatementConfirmed ? Redirect(InterviewLinks.Sheet(id)) : found.CanBegin ? null : Redirect(InterviewLinks.Mine()));
    }
}
