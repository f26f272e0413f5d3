using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>The first page, also by a short link. Reading it changes nothing: link previews leave no trace.</summary>
[EnableRateLimiting(RateLimits.Sending)]
public sealed class StartModel(PracticeDbContext db, DraftStore drafts, Questionnaires questionnaires, AuthorityDetails authority) : PageModel
{
    public AuthorityView Authority { get; private set; } = null!;

    public Audience? Audience { get; private set; }

    /// <summary>The address was mistyped or is switched off. The person can give feedback all the same.</summary>
    public bool LinkIsOff { get; private set; }

    /// <summary>There are answers from before that were not sent.</summary>
    public string? GoOnAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        var link = await ReadAsync(code);
        if (SessionCookie.Read(Request) is { } secret && await drafts.FindAsync(secret) is { } draft)
        {
            var journey = new SurveyJourney(await questionnaires.GetAsync(draft.QuestionnaireId), draft.Progress);
            GoOnAt = FamilyLinks.To(journey.Position);
        }

        Audience = link?.Audience;
        Frame();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? audience)
    {
        var link = await ReadAsync(code);
        if ((link?.Audience ?? AudienceSlug.Parse(audience)) is not { } chosen)
        {
            ModelState.AddModelError("audience", "Choose who is giving feedback");
            Frame();
            return Page();
        }

        if (SessionCookie.Read(Request) is { } before)
        {
            await drafts.DeleteAsync(before, HttpContext.RequestAborted);
        }

        var worker = link?.WorkerId is { } workerId ? await db.Workers.Where(w => w.Id == workerId).Select(w => w.Name).SingleAsync() : null;
        var contents = DraftContents.Start(await questionnaires.CurrentAsync(chosen), link, worker);
        SessionCookie.Write(Response, await drafts.StartAsync(contents, HttpContext.RequestAborted));
        return Redirect(FamilyLinks.Leaving);
    }

    private async Task<SurveyLink?> ReadAsync(string? code)
    {
        Authority = await authority.GetAsync();
        if (code is null)
        {
            return null;
        }

        var typed = LinkCode.Parse(code)?.Value;
        var link = typed is null ? null : await db.SurveyLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Code == typed && l.SwitchedOffAtUtc == null);
        LinkIsOff = link is null;
        return link;
    }

    private void Frame()
    {
        ViewData["Title"] = "Tell us about your social worker";
        ViewData["InlineStyles"] = true;
        ViewData["Young"] = Audience == Surveys.Audience.YoungPerson;
    }
}
