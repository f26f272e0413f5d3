using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

public sealed class ProfileModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    public const string RatherNotSay = "rather-not-say";

    private readonly InlineValidator<ProfileModel> _rules = new()
    {
        v => v.RuleFor(m => m.Kind).Must(kind => Enum.GetNames<InterviewerKind>().Contains(kind)).WithMessage("Choose what you are"),
        v => v.RuleFor(m => m.Gender).Must(gender => gender == RatherNotSay || Enum.GetNames<InterviewerGender>().Contains(gender)).WithMessage("Choose an answer, or that you would rather not say"),
        v => v.RuleFor(m => m.Languages)
            .MaximumLength(InterviewerProfile.LanguagesMaxLength).WithMessage($"The languages must be {InterviewerProfile.LanguagesMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Languages { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await db.InterviewerProfiles.FindAsync([staff.Id], cancellation) is { } profile)
        {
            (Kind, Gender, Languages) = (profile.Kind.ToString(), profile.Gender?.ToString() ?? RatherNotSay, profile.Languages);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Languages = WrittenText.CleanLine(Languages);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var kind = Enum.Parse<InterviewerKind>(Kind!);
        if (await db.InterviewerProfiles.FindAsync([staff.Id], cancellation) is not { } profile)
        {
            profile = new InterviewerProfile { StaffMemberId = staff.Id, Kind = kind };
            db.InterviewerProfiles.Add(profile);
        }

        profile.Kind = kind;
        profile.Gender = Gender == RatherNotSay ? null : Enum.Parse<InterviewerGender>(Gender!);
        profile.Languages = Languages.Length == 0 ? null : Languages;
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewerChanged, staff.For(), staff.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            // The same form, pressed twice at once: the other press has kept it.
        }

        return Redirect(InterviewLinks.Mine());
    }
}
