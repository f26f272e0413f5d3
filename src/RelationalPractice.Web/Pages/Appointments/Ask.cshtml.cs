using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>A family asks to talk instead of writing.</summary>
[EnableRateLimiting(RateLimits.Sending)]
public sealed class AskModel(PracticeDbContext db, AuthorityDetails authority, PersonalDataProtector personalData, Chance chance, TimeProvider clock)
    : WishPage(personalData, clock)
{
    private static readonly InlineValidator<AskModel> Rules = RulesOf<AskModel>();

    public void OnGet()
    {
        // The page is the same for everybody.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Clean();
        if (!await this.IsValidAsync(Rules))
        {
            return this.PageWithErrors();
        }

        var key = (await authority.GetAsync()).ContactKey;
        var wish = Made(chance.NewId(), key, takenDownById: null);
        db.InterviewRequests.Add(wish);
        await db.SaveChangesAsync(cancellation);
        return Redirect(FamilyLinks.Appointment(key.CodeOf(wish.Id).Value));
    }
}
