using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

public sealed class MoveModel(OpenedWishes wishes, FreeTimes times, InterviewBooking booking, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public Guid? SlotId { get; set; }

    /// <summary>The appointment as it was shown.</summary>
    [BindProperty]
    public Guid InterviewId { get; set; }

    public OpenedWish Opened { get; private set; } = null!;

    public IReadOnlyList<FreeTime> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await ShowAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ShowAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        ModelState.Clear();
        if (SlotId is not { } slotId)
        {
            ModelState.AddModelError(TimesField.NameOn(Times), "Choose a time");
            return this.PageWithErrors();
        }

        var result = InterviewId == Opened.Booked!.Interview.Id
            ? await booking.MoveAsync(InterviewId, slotId, Opened.Key, staff.For(), cancellation)
            : BookingResult.ChangedMeanwhile;
        switch (result)
        {
            case BookingResult.Booked:
                return Redirect(InterviewLinks.Wish(id));
            case BookingResult.TimeTaken when await ShowAsync(id, cancellation) is null:
                ModelState.AddModelError(TimesField.NameOn(Times), TimesField.Taken);
                return this.PageWithErrors();
            default:
                return Redirect(InterviewLinks.Wish(id, changed: true));
        }
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await wishes.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(InterviewLinks.MissingWish);
        }

        if (opened.Booked is not { Interview.StatementConfirmed: false })
        {
            return Redirect(InterviewLinks.Wish(id));
        }

        Opened = opened;
        Times = await times.ForAsync(opened.Wish, opened.Key, cancellation);
        return null;
    }
}
