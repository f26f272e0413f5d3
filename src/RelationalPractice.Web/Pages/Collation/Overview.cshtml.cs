using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class OverviewModel(PracticeDbContext db, Questionnaires questionnaires, TimeProvider clock) : OverviewPage(db, clock)
{
    public OverviewView? View { get; private set; }

    /// <summary>The two fields of the period: name, label, what was typed, and the month that is shown.</summary>
    public IReadOnlyList<(string Name, string Label, string? Typed, Month? Month)> Months =>
        [(OverviewQuery.FromName, "From month", From, Filter?.From), (OverviewQuery.ToName, "To month", To, Filter?.To)];

    /// <summary>The first line of every report: an average would hide these people.</summary>
    public string Disagreement => View!.Figures switch
    {
        { Disagreed: 0 } => "Nobody disagreed with anything.",
        { Disagreed: 1, DisagreedAndRead: 1 } => "1 person disagreed with something; we read it.",
        { Disagreed: 1 } => "1 person disagreed with something; it is not read yet.",
        { Disagreed: var all, DisagreedAndRead: var read } when read == all => $"{all:N0} people disagreed with something; we read all {all:N0}.",
        { Disagreed: var all, DisagreedAndRead: var read } => $"{all:N0} people disagreed with something; we have read {read:N0} of {all:N0}.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadFilterAsync(cancellation))
        {
            return this.PageWithErrors();
        }

        var figures = await Overview.ReadAsync(Db, Filter!, Today, cancellation);
        View = OverviewView.Of(figures, await AskedAsync(cancellation), await Db.Themes.AsNoTracking().ToListAsync(cancellation), Period);
        return Page();
    }

    private async Task<IReadOnlyList<ScoredGroupQuestion>> AskedAsync(CancellationToken cancellation)
    {
        var audience = Filter!.Audience;
        var versions = await Db.Questionnaires.Where(q => q.Audience == audience).OrderByDescending(q => q.Current).ThenBy(q => q.Id).Select(q => q.Id).ToListAsync(cancellation);
        var asked = new List<ScoredGroupQuestion>();
        foreach (var version in versions)
        {
            asked.AddRange((await questionnaires.GetAsync(version)).Questions.OfType<ScoredGroupQuestion>());
        }

        return asked;
    }
}
