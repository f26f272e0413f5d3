using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class UncodeModel(PracticeDbContext db, ThemeCoder coder, CodingTurnOf turns, CurrentStaff staff) : PageModel
{
    private static readonly Missing Gone = new(
        "That coding is not here", "A colleague may have removed it, or the family has taken the response back.", CollationLinks.Queue(), "Go to the responses");

    public Coding Coding { get; private set; } = null!;

    public string Theme { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : this.NotThere(Gone);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(Gone);
        }

        await coder.RemoveAsync(Coding, Theme, staff.For(), cancellation);
        return Redirect(CollationLinks.Theme(Coding.ResponseId, Coding.QuestionKey));
    }

    /// <summary>A coder on one turn sees nothing of the other turn, and can take nothing off it.</summary>
    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var coding = await db.Codings.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (coding is null
            || coding.Second != (await turns.GetAsync(coding.ResponseId, cancellation) == CodingTurn.Second)
            || (coding.Second && coding.CoderId != staff.Id))
        {
            return false;
        }

        Coding = coding;
        Theme = await db.Themes.Where(t => t.Id == coding.ThemeId).Select(t => t.Name).SingleAsync(cancellation);
        return true;
    }
}
