using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class AgreementModel(PracticeDbContext db, CodingSettings settings) : PageModel
{
    public bool IsShown => settings.ShowsAgreement;

    /// <summary>Null while nothing has been coded twice.</summary>
    public CoderAgreement? Overall { get; private set; }

    public IReadOnlyList<(Theme Theme, CoderAgreement Figures)> ByTheme { get; private set; } = [];

    public static string InFigures(double? coefficient) => coefficient is { } value ? $"{value:0.00}" : "not known";

    public static string InWords(double? coefficient) => coefficient switch
    {
        null => "cannot be said",
        >= Agreement.Good => "good",
        >= Agreement.Tentative => "tentative",
        _ => "too low to rely on",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!IsShown)
        {
            return;
        }

        var answers = await CoderAgreement.ReadAsync(db, cancellation);
        if (answers.Count == 0)
        {
            return;
        }

        var figures = CoderAgreement.Of(answers);
        Overall = figures[0];
        var themes = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Id, cancellation);
        ByTheme =
        [
            .. figures.Skip(1)
                .Select(one => (Theme: themes[one.ThemeId!.Value], Figures: one))
                .OrderBy(row => row.Theme.Component)
                .ThenBy(row => row.Theme.Name, StringComparer.CurrentCulture),
        ];
    }
}
