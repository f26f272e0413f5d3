using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Appointments;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

public sealed class BookModel(OpenedWishes wishes, FreeTimes times, InterviewBooking booking, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public Guid? SlotId { get; set; }

    [BindProperty]
    public string? Tell { get; set; }

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
        if (SlotId is null)
        {
            ModelState.AddModelError(TimesField.NameOn(Times), "Choose a time");
        }

        if (Opened.CanTell && Tell is not (WishPage.Yes or WishPage.No))
        {
            ModelState.AddModelError(nameof(Tell), "Choose whether they get a message");
        }

        if (SlotId is not { } slotId || !ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        switch (await booking.BookAsync(id, slotId, Tell == WishPage.Yes, Opened.Key, staff.For(), cancellation))
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

        if (opened.Booked is not null || !opened.Wish.WorkerLookedFor)
        {
            return Redirect(opened.Booked is null ? InterviewLinks.Worker(id) : InterviewLinks.Wish(id));
        }

        Opened = opened;
        Times = await times.ForAsync(opened.Wish, opened.Key, cancellation);
        return null;
    }
}
