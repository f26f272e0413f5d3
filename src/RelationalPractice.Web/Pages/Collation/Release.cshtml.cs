using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Shows exactly what the worker and the manager will see, and releases it, or releases it again after a correction.</summary>
public sealed class ReleaseModel(
    PracticeDbContext db, RawResponses raw, Questionnaires questionnaires, Releasing releasing, PersonalDataProtector personalData,
    IConfiguration configuration, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private readonly InlineValidator<ReleaseModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .MaximumLength(Release.ReasonMaxLength).WithMessage(DecisionReason.TooLong)
            .Must((m, reason) => !RedactedText.IsRepeatedIn(reason, m.HiddenWords)).WithMessage(DecisionReason.RepeatsHiddenWords),
    };

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public SurveyResponse Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public IReadOnlyList<NotReleasable> WhyNot { get; private set; } = [];

    /// <summary>The questions as they will be seen in supervision.</summary>
    public IReadOnlyList<ReadQuestion> Seen { get; private set; } = [];

    public string? Worker { get; private set; }

    public string? RespondentName { get; private set; }

    public string? DecidedBy { get; private set; }

    private IReadOnlyList<ReleasedExcerpt> Copies { get; set; } = [];

    private IEnumerable<string> HiddenWords => Standing.HiddenWords(Opened.Answers);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await raw.OpenAsync(id, cancellation) is { } opened ? await ShowAsync(opened.Response, cancellation) : this.NotThere(RawResponses.TakenBack);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is not { } response)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        await db.Entry(response).Collection(r => r.Answers).LoadAsync(cancellation);
        await PrepareAsync(response, cancellation);
        Reason = WrittenText.Clean(Reason) is { Length: > 0 } reason ? reason : null;
        if (await this.IsValidAsync(_rules) && await ProblemAsync(response, cancellation) is { } problem)
        {
            ModelState.AddModelError("", problem);
        }

        if (ModelState.IsValid)
        {
            return Redirect(CollationLinks.Release(id));
        }

        db.ChangeTracker.Clear();
        return await OnGetAsync(id, cancellation);
    }

    private async Task<string?> ProblemAsync(SurveyResponse response, CancellationToken cancellation)
    {
        var record = await db.RecordOfAsync(response.Id, cancellation);
        if (record.Version != Version || Standing.Version != Version)
        {
            return Standing.ChangedMeanwhile;
        }

        if (WhyNot.Count > 0 || response is not WorkerResponse spoken)
        {
            return "It cannot be released yet: see why below";
        }

        try
        {
            await releasing.ReleaseAsync(spoken, record, Copies, staff.For(Reason), LocalTime.Today(clock), cancellation);
            return null;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return Standing.ChangedMeanwhile;
        }
    }

    private async Task<IActionResult> ShowAsync(SurveyResponse response, CancellationToken cancellation)
    {
        await PrepareAsync(response, cancellation);
        var matched = (response as WorkerResponse)?.MatchedWorkerId;
        Worker = await db.Workers.Where(w => w.Id == matched).Select(w => w.Name + ", " + w.Team!.Name).SingleOrDefaultAsync(cancellation);
        RespondentName = personalData.Reveal((response as NamedResponse)?.RespondentName);
        DecidedBy = Standing.Release is { } release
            ? await db.Users.Where(s => s.Id == release.DecidedById).Select(s => s.DisplayName).SingleAsync(cancellation)
            : null;
        return ModelState.IsValid ? Page() : this.PageWithErrors();
    }

    private async Task PrepareAsync(SurveyResponse response, CancellationToken cancellation)
    {
        Opened = response;
        Standing = await Standing.OfAsync(db, response.Id, cancellation);
        var questionnaire = await questionnaires.GetAsync(response.QuestionnaireId);
        Copies = ReleasedCopies.Of(response, questionnaire, Standing.Redactions);
        Seen = Reading.Of(questionnaire, Copies.Select(copy => new SurveyAnswer
        {
            ResponseId = copy.ResponseId,
            QuestionKey = copy.QuestionKey,
            Text = copy.Text,
            Score = copy.Score,
            Choice = copy.Choice,
        }));
        WhyNot = ReleaseRules.WhyNot(new ReleaseCandidate(
            response.Tier, response.State, (response as WorkerResponse)?.WorkerMatch, Copies.Count > 0, Copies.Any(copy => copy.Text is not null),
            Standing.RedactedById, staff.Id, configuration.GetValue("Collation:TwoPeople", defaultValue: true)));
    }
}
