using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>What waits for a second coder who was not the first.</summary>
public sealed class DoubleCodingModel(PracticeDbContext db, CurrentStaff staff, CodingSettings settings) : PageModel
{
    public const int MostShown = 50;

    public string Share => $"{settings.DoubleCodingShare * 100:0.#} %";

    public IReadOnlyList<WaitingResponse> Waiting { get; private set; } = [];

    public bool ThereAreMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var staffId = staff.Id;
        var themedOnce =
            from record in db.CollationRecords
            join response in db.SurveyResponses on record.ResponseId equals response.Id
            where record.ThemedById != null && record.ThemedById != staffId && record.ThemedAgainById == null
                && response.State != ResponseState.Withdrawn
                && !db.Codings.Any(c => c.ResponseId == response.Id && !c.Second && c.CoderId == staffId)
            orderby response.Id
            select new WaitingResponse(
                response.Id, response.Questionnaire!.Audience, response.ReceivedMonth,
                db.Codings.Any(c => c.ResponseId == response.Id && c.Second && c.CoderId == staffId));
        var waiting = new List<WaitingResponse>();

        // Which are coded twice is no column: rows are looked through until the page is full.
        await foreach (var response in themedOnce.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!Chosen(response)) continue;
            if (waiting.Count == MostShown)
            {
                ThereAreMore = true;
                break;
            }

            waiting.Add(response);
        }

        Waiting = waiting;
    }

    private bool Chosen(WaitingResponse response) => RelationalPractice.Collation.DoubleCoding.Chosen(response.Id, settings.DoubleCodingShare);
}

/// <param name="Begun">Whoever is signed in has coded some of it.</param>
public sealed record WaitingResponse(Guid Id, Audience Audience, Month ReceivedMonth, bool Begun);
