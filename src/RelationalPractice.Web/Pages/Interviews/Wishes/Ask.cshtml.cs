using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Appointments;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

/// <summary>Somebody asks for an interview by telephone.</summary>
public sealed class AskModel(PracticeDbContext db, AuthorityDetails authority, PersonalDataProtector personalData, CurrentStaff staff, Chance chance, TimeProvider clock)
    : WishPage(personalData, clock)
{
    private static readonly InlineValidator<AskModel> Rules = RulesOf<AskModel>();

    public void OnGet()
    {
        // Nothing is known yet.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Clean();
        if (!await this.IsValidAsync(Rules))
        {
            return this.PageWithErrors();
        }

        var wish = Made(chance.NewId(), (await authority.GetAsync()).ContactKey, staff.Id);
        db.InterviewRequests.Add(wish);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewAsked, staff.For(), wish.Id));
        await db.SaveChangesAsync(cancellation);
        return Redirect(InterviewLinks.Wish(wish.Id));
    }
}
