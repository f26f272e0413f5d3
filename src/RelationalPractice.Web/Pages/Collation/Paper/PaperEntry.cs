using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Feedback;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>
/// One page with everything that can stand on a paper form, as a reader types it or another corrects it. Field names hold an underscore, which
/// no question's key does.
/// </summary>
public abstract class PaperEntry(Questionnaires questionnaires, SealedContents sealing, AuthorityDetails authority) : PageModel
{
    public const string LabelField = "paper_label";
    public const string CodeField = "paper_code";
    public const string TierField = "paper_tier";
    public const string NameField = "paper_name";
    public const string ContactField = "paper_contact";
    public const string WorkerField = "paper_worker";
    public const string ShareField = "paper_share";

    private readonly InlineValidator<PaperEntry> _rules = new()
    {
        v => v.RuleFor(m => m.Label)
            .NotEmpty().WithMessage("Say what is written on the paper to find it again")
            .MaximumLength(PaperForm.LabelMaxLength).WithMessage($"What is written on the paper must be {PaperForm.LabelMaxLength} characters or fewer").OverridePropertyName(LabelField),
        v => v.RuleFor(m => m.Tier)
            .Must(tier => TierSlug.Parse(tier) is not null).WithMessage("Choose how the family wants to give feedback").OverridePropertyName(TierField),
        v => v.RuleFor(m => m.RespondentName)
            .MaximumLength(WhoModel.NameMaxLength).WithMessage($"The name must be {WhoModel.NameMaxLength} characters or fewer").OverridePropertyName(NameField),
        v => v.RuleFor(m => m.Contact)
            .MaximumLength(WhoModel.ContactMaxLength).WithMessage($"The way to answer must be {WhoModel.ContactMaxLength} characters or fewer").OverridePropertyName(ContactField),
        v => v.RuleFor(m => m.WorkerName)
            .MaximumLength(WhoModel.NameMaxLength).WithMessage($"The social worker’s name must be {WhoModel.NameMaxLength} characters or fewer").OverridePropertyName(WorkerField),
        v => v.RuleFor(m => m.Code)
            .Must(code => string.IsNullOrEmpty(code) || ReceiptCode.Parse(code) is not null)
            .WithMessage($"The code has {ReceiptCode.Length} digits. Compare it with the form, or leave it out if it cannot be read").OverridePropertyName(CodeField),
    };

    [BindProperty(Name = LabelField)]
    public string? Label { get; set; }

    [BindProperty(Name = CodeField)]
    public string? Code { get; set; }

    [BindProperty(Name = TierField)]
    public string? Tier { get; set; }

    [BindProperty(Name = NameField)]
    public string? RespondentName { get; set; }

    [BindProperty(Name = ContactField)]
    public string? Contact { get; set; }

    [BindProperty(Name = WorkerField)]
    public string? WorkerName { get; set; }

    [BindProperty(Name = ShareField)]
    public string? Share { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;

    /// <summary>For a form that tells of a child at risk, which waits for no second reader.</summary>
    public AuthorityView Authority { get; private set; } = null!;

    /// <summary>A code was typed before. It is kept only as its hash, so it cannot be shown.</summary>
    public virtual bool HasCode => false;

    /// <summary>What stands in a question's field by its name; null is left empty.</summary>
    public Func<string, string?> Typed { get; private set; } = _ => null;

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<string> FieldNames =>
        [LabelField, CodeField, TierField, NameField, ContactField, WorkerField, ShareField, .. Questionnaire.Questions.SelectMany(question => question.ItemKeys)];

    protected async Task UseAsync(Guid questionnaireId)
    {
        Questionnaire = await questionnaires.GetAsync(questionnaireId);
        Authority = await authority.GetAsync();
    }

    protected void Show(PaperForm form)
    {
        var contents = sealing.Open(form.Ciphertext);
        Label = form.Label;
        Tier = contents.Tier is { } tier ? TierSlug.Of(tier) : null;
        (RespondentName, Contact, WorkerName) = (contents.Who.RespondentName, contents.Who.Contact, contents.Who.WorkerName);
        Share = contents.ScoresOnly ? WhoModel.ScoresOnly : null;
        Typed = field => QuestionForm.Posted(contents.Answers.GetValueOrDefault(field));
    }

    /// <summary>Reads the whole form; what is wrong stands in the model state.</summary>
    /// <returns>What the chosen tier may keep of it, or null where something is to be put right.</returns>
    protected async Task<DraftContents?> ReadAsync(Guid questionnaireId)
    {
        (Label, RespondentName, Contact, WorkerName) = (Line(Label), Line(RespondentName), Line(Contact), Line(WorkerName));
        Typed = Posted;
        await this.IsValidAsync(_rules);
        var contents = DraftContents.Start(questionnaireId, link: null, workerName: null);
        foreach (var question in Questionnaire.Questions)
        {
            var reading = question.Read(Posted);
            foreach (var problem in reading.Problems)
            {
                ModelState.AddModelError(problem.Field, problem.Message);
            }

            contents.Answer(question, reading);
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        contents.Choose(TierSlug.Parse(Tier)!.Value);
        contents.AnswerWho(new WhoAnswers(OrNull(RespondentName), OrNull(Contact), OrNull(WorkerName)), Share == WhoModel.ScoresOnly);
        return contents;
    }

    protected byte[]? CodeHash() => ReceiptCode.Parse(Code) is { } code ? ReceiptHasher.Hash(code.Digits, Authority.ReceiptKey) : null;

    /// <summary>A code stands for one response: typed a second time, the form was typed before or the digits are another's.</summary>
    protected async Task<bool> IsNewCodeAsync(PracticeDbContext db, CancellationToken cancellation, Guid? except = null)
    {
        if (CodeHash() is not { } hash
            || !(await db.PaperForms.AnyAsync(f => f.ReceiptHash == hash && f.Id != except, cancellation) || await db.SurveyResponses.AnyAsync(r => r.ReceiptHash == hash, cancellation)))
        {
            return true;
        }

        SameCode();
        return false;
    }

    protected PageResult SameCode()
    {
        ModelState.AddModelError(CodeField, "A form with this code was typed before. Compare the digits; if they are right, this form is already here");
        return this.PageWithErrors();
    }

    protected byte[] Seal(DraftContents contents) => sealing.Seal(contents);

    private string? Posted(string field) => Request.Form.TryGetValue(field, out var values) && values.Count > 0 ? values.ToString() : null;

    private static string Line(string? typed) => WrittenText.CleanLine(typed);

    private static string? OrNull(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;
}
