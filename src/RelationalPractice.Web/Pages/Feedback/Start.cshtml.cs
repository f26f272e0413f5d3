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
public sealed class StartModel(
    PracticeDbContext db, DraftStore drafts, Questionnaires questionnaires, AuthorityDetails authority, PersonalLinks personalLinks) : PageModel
{
    private SurveyLink? _link;
    private PersonalLink? _personal;

    public AuthorityView Authority { get; private set; } = null!;

    public Audience? Audience { get; private set; }

    /// <summary>The address was mistyped or is switched off. The person can give feedback all the same.</summary>
    public bool LinkIsOff { get; private set; }

    /// <summary>Where they stop messages, when they came by a link of their own.</summary>
    public string? MessagesAt { get; private set; }

    /// <summary>There are answers from before that were not sent.</summary>
    public string? GoOnAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        await ReadAsync(code);
        if (SessionCookie.Read(Request) is { } secret && await drafts.FindAsync(secret) is { } draft)
        {
            var journey = new SurveyJourney(await questionnaires.GetAsync(draft.QuestionnaireId), draft.Progress);
            GoOnAt = FamilyLinks.To(journey.Position);
        }

        Frame();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? audience)
    {
        await ReadAsync(code);
        if ((Audience ?? AudienceSlug.Parse(audience)) is not { } chosen)
        {
            ModelState.AddModelError("audience", "Choose who is giving feedback");
            Frame();
            return Page();
        }

        if (SessionCookie.Read(Request) is { } before)
        {
            await drafts.DeleteAsync(before, HttpContext.RequestAborted);
        }

        SessionCookie.Write(Response, await drafts.StartAsync(await NewDraftAsync(chosen), HttpContext.RequestAborted));
        return Redirect(FamilyLinks.Leaving);
    }

    private async Task<DraftContents> NewDraftAsync(Audience chosen)
    {
        var questionnaire = await questionnaires.CurrentAsync(chosen);
        if (_personal is { IsOpen: true } personal)
        {
            return DraftContents.StartByInvitation(questionnaire, personal.InvitationId, personal.WorkerId, personal.WorkerName);
        }

        var worker = _link?.WorkerId is { } workerId ? await db.Workers.Where(w => w.Id == workerId).Select(w => w.Name).SingleAsync() : null;
        return DraftContents.Start(questionnaire, _link, worker);
    }

    private async Task ReadAsync(string? code)
    {
        Authority = await authority.GetAsync();
        if (code is null)
        {
            return;
        }

        if (LinkCode.Parse(code)?.Value is { } typed)
        {
            _link = await db.SurveyLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Code == typed && l.SwitchedOffAtUtc == null);
            Audience = _link?.Audience;
        }

        if (await personalLinks.FindAsync(code, HttpContext.RequestAborted) is { } personal)
        {
            _personal = personal;
            Audience = personal.Audience;
            MessagesAt = FamilyLinks.Messages(personal.Code);
        }

        LinkIsOff = _link is null && _personal is not { IsOpen: true };
    }

    private void Frame()
    {
        ViewData["Title"] = "Tell us about your social worker";
        ViewData["InlineStyles"] = true;
        ViewData["Young"] = Audience == Surveys.Audience.YoungPerson;
    }
}
