using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Links;

public sealed class CreateModel(PracticeDbContext db, CurrentStaff staff, Chance chance) : PageModel
{
    public const string EitherAudience = "either";
    private const int MaxDraws = 5;

    private readonly InlineValidator<CreateModel> _rules = new()
    {
        v => v.RuleFor(m => m.Label)
            .NotEmpty().WithMessage("Say what you call this link")
            .MaximumLength(SurveyLink.LabelMaxLength).WithMessage($"What you call it must be {SurveyLink.LabelMaxLength} characters or fewer"),
        v => v.RuleFor(m => m.Audience)
            .Must(a => a == EitherAudience || AudienceSlug.Parse(a) is not null).WithMessage("Choose who answers"),
        v => v.RuleFor(m => m.Target)
            .Must((m, target) => m.Targets.Any(t => t.Value == target)).WithMessage("Choose what the link belongs to"),
    };

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Audience { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    public IReadOnlyList<LinkTarget> Targets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Targets = await LinkTarget.AllAsync(db, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Targets = await LinkTarget.AllAsync(db, cancellation);
        Label = WrittenText.CleanLine(Label);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var id = await KeepAsync(Targets.Single(t => t.Value == Target), cancellation);
        return Redirect(SurveyLinkLinks.Details(id));
    }

    private async Task<Guid> KeepAsync(LinkTarget target, CancellationToken cancellation)
    {
        for (var draw = 1; ; draw++)
        {
            var link = new SurveyLink
            {
                Id = chance.NewId(),
                Code = LinkCode.FromBytes(chance.Bytes).Value,
                Label = Label!,
                Audience = AudienceSlug.Parse(Audience),
                ServiceAreaId = target.ServiceAreaId,
                TeamId = target.TeamId,
                WorkerId = target.WorkerId,
                CreatedAtUtc = staff.For().AtUtc,
            };
            db.SurveyLinks.Add(link);
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.LinkCreated, staff.For(), link.Id));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return link.Id;
            }
            catch (DbUpdateException refusal) when (refusal.IsUnique() && draw < MaxDraws)
            {
                // Another link has this code: draw again.
                db.ChangeTracker.Clear();
            }
        }
    }
}
