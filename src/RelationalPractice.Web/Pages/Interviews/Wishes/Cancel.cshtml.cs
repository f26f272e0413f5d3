using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

public sealed class CancelModel(OpenedWishes wishes, InterviewBooking booking, CurrentStaff staff) : EndPage(wishes)
{
    private readonly InlineValidator<CancelModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage("Say why")
            .MaximumLength(Interview.ReasonMaxLength).WithMessage($"Why must be {Interview.ReasonMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        CheckNext();
        Reason = WrittenText.CleanLine(Reason);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var done = InterviewId == Opened.Booked?.Interview.Id
            && (Opened.Booked is { } booked
                ? await booking.CancelAsync(booked.Interview.Id, Reason, WaitsAgain, staff.For(Reason), cancellation)
                : await booking.TakeBackAsync(id, staff.For(Reason), cancellation));
        if (done)
        {
            return Redirect(WaitsAgain && Opened.Booked is not null ? InterviewLinks.Wish(id) : InterviewLinks.List());
        }

        ModelState.AddModelError("", TimesField.ChangedMeanwhile);
        return await FindAsync(id, cancellation) ?? this.PageWithErrors();
    }
}
