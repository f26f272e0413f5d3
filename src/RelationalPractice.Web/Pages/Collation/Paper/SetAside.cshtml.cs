using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>What was typed goes and becomes no response. The paper itself can be typed again.</summary>
public sealed class SetAsideModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    private readonly InlineValidator<SetAsideModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage("Say why it is set aside")
            .MaximumLength(PaperForm.ReasonMaxLength).WithMessage($"The reason must be {PaperForm.ReasonMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Reason { get; set; }

    public PaperForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : this.NotThere(PaperLinks.Missing);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(PaperLinks.Missing);
        }

        Reason = WrittenText.Clean(Reason);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        db.PaperForms.Remove(Form);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PaperSetAside, staff.For(Reason), id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Redirect(PaperLinks.List(PaperDone.SetAside));
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.NotThere(PaperLinks.Missing);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.PaperForms.SingleOrDefaultAsync(f => f.Id == id, cancellation) is not { } form)
        {
            return false;
        }

        Form = form;
        return true;
    }
}
