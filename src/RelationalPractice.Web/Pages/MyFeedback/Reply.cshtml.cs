using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.MyFeedback;

public sealed class ReplyModel(PracticeDbContext db, ReleasedResponses released, CurrentStaff staff) : PageModel
{
    private readonly InlineValidator<ReplyModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reply)
            .NotEmpty().WithMessage("Write your reply")
            .MaximumLength(SupervisionRecord.ReplyMaxLength).WithMessage($"Your reply must be {SupervisionRecord.ReplyMaxLength:N0} characters or fewer"),
    };

    [BindProperty]
    public string? Reply { get; set; }

    public SupervisionRecord Record { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
        {
            return this.NotThere(MyFeedbackLinks.Missing);
        }

        Record = record;
        Reply = record.WorkerReply;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } record)
        {
            return this.NotThere(MyFeedbackLinks.Missing);
        }

        Record = record;
        Reply = WrittenText.Clean(Reply);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        db.AuditEvents.Add(record.Reply(Reply, staff.For()));
        await db.SaveChangesAsync(cancellation);
        return Redirect(MyFeedbackLinks.List(replied: true));
    }

    private async Task<SupervisionRecord?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var record = await db.SupervisionRecords.SingleOrDefaultAsync(r => r.Id == id && released.Own.Any(w => w.Id == r.WorkerId), cancellation);
        if (record is null)
        {
            await released.WriteAsync(AuditEventKind.EntryRefused, id, cancellation);
        }

        return record;
    }
}
