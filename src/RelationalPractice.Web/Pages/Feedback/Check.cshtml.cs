using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Every answer once more before it is sent.</summary>
[EnableRateLimiting(RateLimits.Sending)]
public sealed class CheckModel(
    DraftStore drafts, Questionnaires questionnaires, Receipts receipts, Sending sending, TriageList words)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    /// <summary>Another tab changed an answer after this page was shown.</summary>
    public bool ChangedElsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(SurveyStep.Check) ?? Page();

    public async Task<IActionResult> OnPostAsync(int seen)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Journey.MayVisit(SurveyStep.Check))
        {
            return Redirect(FamilyLinks.To(Journey.Position));
        }

        if (seen != Draft.Version)
        {
            return PageOfChanges();
        }

        var receiptHash = await Receipts.HashAsync(Secret);
        if (!await sending.SendAsync(Secret, Draft, Questionnaire, receiptHash, await words.GetAsync(), HttpContext.RequestAborted))
        {
            // In the moment since it was read, it was sent by the same form sent twice, or changed in another tab.
            return await OpenAsync() ?? PageOfChanges();
        }

        SessionCookie.WriteForReceipt(Response, Secret, receiptHash);
        return Redirect(FamilyLinks.Sent);
    }

    public IReadOnlyList<SummaryRow> AboutYou()
    {
        var rows = new List<SummaryRow>
        {
            new("How you give feedback", [TierWords.Short(Draft.Tier!.Value)], FamilyLinks.To(SurveyStep.How, changing: true)),
        };
        if (Draft.Tier == Tier.Named)
        {
            rows.Add(new("Your name", OneOrNone(Draft.Who.RespondentName), FamilyLinks.To(SurveyStep.Who, changing: true)));
            rows.Add(new("How to reach you", OneOrNone(Draft.Who.Contact), FamilyLinks.To(SurveyStep.Who, changing: true)));
        }

        if (Draft.Tier != Tier.Anonymous)
        {
            rows.Add(new("Your social worker", OneOrNone(Draft.Who.WorkerName), FamilyLinks.To(SurveyStep.Who, changing: true)));
        }

        if (Draft.Tier == Tier.WorkerOnly)
        {
            rows.Add(new("What your social worker may see", [Draft.ScoresOnly ? "Only your scores" : "Your words and your scores"], FamilyLinks.To(SurveyStep.Who, changing: true)));
        }

        return rows;
    }

    public IReadOnlyList<SummaryRow> Answers() =>
    [
        .. Questionnaire.Questions.SelectMany(question => question.Lines(Draft.Answers).Select(line => new SummaryRow(
            line.Wording ?? question.Label,
            OneOrNone(line.Words),
            FamilyLinks.To(SurveyStep.Question(question.Key), changing: true) + "#" + line.ItemKey))),
    ];

    /// <summary>The form only says which version was seen: sent again, it leads to the page with the code.</summary>
    protected override bool MayCarryWords => false;

    private PageResult PageOfChanges()
    {
        ChangedElsewhere = true;
        ModelState.Clear();
        ModelState.AddModelError("", "Your answers have changed");
        Frame(SurveyStep.Check);
        return Page();
    }

    private static IReadOnlyList<string> OneOrNone(string? text) => text is null ? [] : [text];
}
