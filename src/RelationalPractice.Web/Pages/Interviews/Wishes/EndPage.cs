using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

/// <summary>What ends an appointment, or a wish: whether the family still wants an interview decides what is kept of them.</summary>
public abstract class EndPage(OpenedWishes wishes) : PageModel
{
    public const string Again = "again";
    public const string Over = "over";

    [BindProperty]
    public string? Next { get; set; }

    /// <summary>The appointment as it was shown; null when there was none.</summary>
    [BindProperty]
    public Guid? InterviewId { get; set; }

    public OpenedWish Opened { get; private set; } = null!;

    protected bool WaitsAgain => Next == Again;

    /// <returns>Where to go instead, or null.</returns>
    protected async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await wishes.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(InterviewLinks.MissingWish);
        }

        Opened = opened;
        return null;
    }

    protected void CheckNext()
    {
        ModelState.Clear();
        if (Opened.Booked is not null && Next is not (Again or Over))
        {
            ModelState.AddModelError(nameof(Next), "Choose whether they still want an interview");
        }
    }
}
