using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class IndexModel(PracticeDbContext db) : PageModel
{
    private IReadOnlyList<Theme> _themes = [];
    private IReadOnlyDictionary<Guid, int> _counts = new Dictionary<Guid, int>();

    public int InUse => _themes.Count(theme => theme.IsActive);

    public int NotInUse => _themes.Count - InUse;

    /// <summary>Those in use first.</summary>
    public IEnumerable<IGrouping<ThemeComponent, Theme>> Components => _themes
        .OrderBy(theme => theme.Component)
        .ThenByDescending(theme => theme.IsActive)
        .ThenBy(theme => theme.Name, StringComparer.CurrentCulture)
        .GroupBy(theme => theme.Component);

    public int TimesCoded(Theme theme) => _counts.GetValueOrDefault(theme.Id);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _themes = await db.Themes.AsNoTracking().ToListAsync(cancellation);
        _counts = await db.Codings.Where(c => !c.Second).GroupBy(c => c.ThemeId)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellation);
    }
}
