using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Feedback;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>
/// The last step: what was said becomes a response, and is gone from here. The form carries what the receipt code derives from, so that pressing
/// twice sends once and shows the same code.
/// </summary>
public sealed class SendModel(
    PracticeDbContext db, OwnInterviews own, InterviewDrafts drafts, Questionnaires questionnaires, InterviewSending sending, Receipts receipts, TriageList words,
    HelpLines lines, PersonalDataProtector personalData, CurrentStaff staff, Chance chance, IConfiguration configuration)
    : InterviewPage(own, drafts, questionnaires)
{
    private static readonly InlineValidator<SendModel> Rules = new()
    {
        v => v.RuleFor(m => m.RespondentName).MaximumLength(WhoModel.NameMaxLength).WithMessage(TooLong("Their name", WhoModel.NameMaxLength)),
        v => v.RuleFor(m => m.Contact).MaximumLength(WhoModel.ContactMaxLength).WithMessage(TooLong("The way to answer them", WhoModel.ContactMaxLength)),
        v => v.RuleFor(m => m.WorkerName).MaximumLength(WhoModel.NameMaxLength).WithMessage(TooLong("Their social worker’s name", WhoModel.NameMaxLength)),
        v => v.RuleFor(m => m.SupportNote).MaximumLength(Interview.SupportNoteMaxLength).WithMessage(TooLong("What support you offered", Interview.SupportNoteMaxLength)),
    };

    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? RespondentName { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? WorkerName { get; set; }

    [BindProperty]
    public string? Share { get; set; }

    [BindProperty]
    public bool Distress { get; set; }

    [BindProperty]
    public string? SupportNote { get; set; }

    /// <summary>Set once it is sent.</summary>
    public string? Code { get; private set; }

    public FamilyAddress CodeAddress => FamilyAddress.OfPage(configuration, Request, FamilyLinks.Code);

    public IReadOnlyList<HelpLineView> HelpLines => lines.For(Questionnaire.Audience);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        (Seen, Receipt) = (Version, DraftSecret.New(chance).ToCookie());
        return Draft.Tier is null ? Redirect(InterviewLinks.Known(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (DraftSecret.Parse(Receipt) is not { } secret)
        {
            return Redirect(InterviewLinks.Send(id));
        }

        if (await WasSentAsync(id, secret, cancellation))
        {
            return Sent(secret);
        }

        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Draft.Tier is null || Seen != Version)
        {
            return Redirect(Draft.Tier is null ? InterviewLinks.Known(id) : InterviewLinks.ReadBack(id, changed: true));
        }

        Clean();
        ModelState.Clear();
        if (!await this.IsValidAsync(Rules))
        {
            return this.PageWithErrors();
        }

        Draft.AnswerWho(new WhoAnswers(OrNull(RespondentName), OrNull(Contact), OrNull(WorkerName)), Share == WhoModel.ScoresOnly);
        var hash = await receipts.HashAsync(secret);
        if (await sending.SendAsync(Own.Interview, Seen, Draft, Questionnaire, hash, await words.GetAsync(), Distress, personalData.Protect(SupportNote), cancellation))
        {
            return Sent(secret);
        }

        // The same form pressed twice at once, or an answer changed elsewhere in this moment.
        return await WasSentAsync(id, secret, cancellation) ? Sent(secret) : Redirect(InterviewLinks.ReadBack(id, changed: true));
    }

    /// <summary>Of one's own interview, with the receipt that only this form holds.</summary>
    private async Task<bool> WasSentAsync(Guid id, DraftSecret secret, CancellationToken cancellation)
    {
        var mine = staff.Id;
        return await db.Interviews.AnyAsync(i => i.Id == id && i.InterviewerId == mine && i.State == InterviewState.Held, cancellation)
            && await receipts.FindAsync(secret, known: null) is not null;
    }

    private IActionResult Sent(DraftSecret secret)
    {
        ModelState.Clear();
        Code = ReceiptCode.Derive(secret.ReceiptMaterial).Grouped;
        return Page();
    }

    private void Clean()
    {
        RespondentName = WrittenText.CleanLine(RespondentName);
        Contact = WrittenText.CleanLine(Contact);
        WorkerName = WrittenText.CleanLine(WorkerName);
        SupportNote = WrittenText.Clean(SupportNote);
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string TooLong(string what, int most) => $"{what} can have up to {most} characters";
}
