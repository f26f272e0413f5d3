using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class DetailsModel(PracticeDbContext db, CodedExamples examples, Questionnaires questionnaires, TimeProvider clock) : PageModel
{
    private readonly Dictionary<Guid, Questionnaire> _asked = [];

    [BindProperty(SupportsGet = true, Name = OverviewQuery.FromName)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.ToName)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AudienceName)]
    public string? Audience { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AreaName)]
    public string? AreaChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AfterName)]
    public string? After { get; set; }

    public Theme Theme { get; private set; } = null!;

    public Theme? MergedInto { get; private set; }

    public string? Attribute { get; private set; }

    /// <summary>Null: of any time.</summary>
    public OverviewFilter? Filter { get; private set; }

    public string? Area { get; private set; }

    public CodedPage Coded { get; private set; } = null!;

    public IReadOnlyList<(ThemeChange Change, string By)> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Themes.FindAsync([id], cancellation) is not { } theme)
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Theme = theme;
        MergedInto = await db.Themes.FindAsync([theme.MergedIntoId], cancellation);
        Attribute = (await ThemeAttribute.AllAsync(db, questionnaires, cancellation)).FirstOrDefault(a => a.Key == theme.Attribute)?.Wording;
        Filter = From is null ? null : new OverviewQuery(From, To, Audience, AreaChosen).Read(LocalTime.Today(clock), out _);
        Area = await db.ServiceAreas.Where(a => Filter != null && a.Id == Filter.ServiceAreaId).Select(a => a.Name).FirstOrDefaultAsync(cancellation);
        History = await HistoryAsync(id, cancellation);
        Coded = await examples.ReadAsync(id, Filter, Guid.TryParse(After, out var after) ? after : null, CodedExamples.PageSize, cancellation);
        foreach (var questionnaire in Coded.Examples.Select(example => example.QuestionnaireId).Distinct())
        {
            _asked[questionnaire] = await questionnaires.GetAsync(questionnaire);
        }

        return Page();
    }

    public string QuestionOf(CodedExample example) => _asked[example.QuestionnaireId].Find(example.Coding.QuestionKey)?.Label ?? example.Coding.QuestionKey;

    private async Task<IReadOnlyList<(ThemeChange Change, string By)>> HistoryAsync(Guid id, CancellationToken cancellation)
    {
        var lines = await (
            from change in db.ThemeChanges
            join member in db.Users on change.ById equals member.Id
            where change.ThemeId == id
            orderby change.AtUtc descending
            select new { Change = change, member.DisplayName }).AsNoTracking().ToListAsync(cancellation);
        return [.. lines.Select(line => (line.Change, line.DisplayName))];
    }
}
