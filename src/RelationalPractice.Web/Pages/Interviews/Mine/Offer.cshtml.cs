using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>Times of one day, one after the other. That two overlap is for the database to refuse.</summary>
public sealed class OfferModel(PracticeDbContext db, CurrentStaff staff, Chance chance, TimeProvider clock) : PageModel
{
    public const int MostAtOnce = 8;
    public const int MostMonthsAhead = 6;

    public static readonly IReadOnlyList<int> Lengths =
        [.. Enumerable.Range(1, InterviewSlot.LongestMinutes / InterviewSlot.StepMinutes).Select(steps => steps * InterviewSlot.StepMinutes)];

    // No clock is ever put forward or back between them.
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(21, 0);

    private readonly InlineValidator<OfferModel> _rules = new()
    {
        v => v.RuleFor(m => m.Day)
            .Must(typed => TypedDay.Parse(typed) is not null).WithMessage("Give the day, such as 3 March 2031")
            .Must((m, typed) => TypedDay.Parse(typed) <= m.Today.AddMonths(MostMonthsAhead)).WithMessage($"Offer times within the next {MostMonthsAhead} months")
            .Must((m, typed) => TypedDay.Parse(typed) >= m.Today).WithMessage("The day must not be in the past"),
        v => v.RuleFor(m => m.From)
            .Cascade(CascadeMode.Stop)
            .Must(typed => TypedTime.Parse(typed) is not null).WithMessage("Give the time, such as 10:30")
            .Must(typed => TypedTime.Parse(typed) is { Minute: 0 or InterviewSlot.StepMinutes, Second: 0 }).WithMessage("Begin on the hour or half-hour, such as 10:00 or 10:30")
            .Must(typed => TypedTime.Parse(typed) >= Earliest).WithMessage("Begin at 7 in the morning or later")
            .Must((m, typed) => m.StartsAtUtc > m.Now).When(m => TypedDay.Parse(m.Day) >= m.Today, ApplyConditionTo.CurrentValidator).WithMessage("That time is over already")
            .Must((m, typed) => m.EndsInTime).WithMessage("The last must end by 9 in the evening"),
        v => v.RuleFor(m => m.Minutes).Must(minutes => Lengths.Contains(minutes)).WithMessage("Choose how long each is"),
        v => v.RuleFor(m => m.Count).Must(typed => CountOf(typed) is >= 1 and <= MostAtOnce).WithMessage($"Offer between 1 and {MostAtOnce} at once"),
    };

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public int Minutes { get; set; }

    [BindProperty]
    public string? Count { get; set; }

    private DateOnly Today => LocalTime.Today(clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateTime StartsAtUtc => LocalTime.ToUtc(TypedDay.Parse(Day)!.Value, TypedTime.Parse(From)!.Value);

    private bool EndsInTime => TypedTime.Parse(From)!.Value.ToTimeSpan() + TimeSpan.FromMinutes(Minutes * (CountOf(Count) ?? 1)) <= Latest.ToTimeSpan();

    /// <summary>Who has not said who they are to families can be offered to none.</summary>
    public bool HasProfile { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Minutes, Count) = (InterviewSlot.StepMinutes * 2, "1");
        HasProfile = await HasProfileAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        HasProfile = await HasProfileAsync(cancellation);
        if (!HasProfile)
        {
            return Redirect(InterviewLinks.Profile());
        }

        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        for (var number = 0; number < CountOf(Count); number++)
        {
            db.InterviewSlots.Add(InterviewSlot.Offer(chance.NewId(), staff.Id, StartsAtUtc.AddMinutes(number * Minutes), Minutes));
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewTimesOffered, staff.For(), staff.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Redirect(InterviewLinks.Mine());
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(nameof(From), "You offer some of this time already. Nothing was added: choose another time");
            return this.PageWithErrors();
        }
    }

    private Task<bool> HasProfileAsync(CancellationToken cancellation) => db.InterviewerProfiles.AnyAsync(p => p.StaffMemberId == staff.Id, cancellation);

    private static int? CountOf(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
