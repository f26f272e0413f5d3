using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class DisagreedModel(PracticeDbContext db, TimeProvider clock) : OverviewPage(db, clock)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AfterName)]
    public string? After { get; set; }

    public IReadOnlyList<DisagreeingResponse> Responses { get; private set; } = [];

    public Guid? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadFilterAsync(cancellation))
        {
            return this.PageWithErrors();
        }

        var responses = Overview.Disagreed(Db, Filter!);
        if (Guid.TryParse(After, out var after))
        {
            responses = responses.Where(r => r.Id > after);
        }

        var rows = await responses.OrderBy(r => r.Id).Take(PageSize + 1)
            .Select(r => new DisagreeingResponse(
                r.Id, r.ReceivedMonth, EF.Property<string>(r, "tier"), r.ServiceArea!.Name, r.State,
                Db.SurveyAnswers.Count(a => a.ResponseId == r.Id && a.Score <= Overview.DisagreesAtMost)))
            .ToListAsync(cancellation);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Id : null;
        Responses = [.. rows.Take(PageSize)];
        return Page();
    }
}

public sealed record DisagreeingResponse(Guid Id, Month ReceivedMonth, string StoredTier, string? ServiceArea, ResponseState State, int LowScores)
{
    public Tier Tier => Enum.Parse<Tier>(StoredTier);
}
