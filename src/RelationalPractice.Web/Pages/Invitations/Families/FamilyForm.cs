using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations.Families;

/// <summary>What adding and changing a family ask for.</summary>
public abstract class FamilyForm(ReachableFamilies reachable, TimeProvider clock) : PageModel
{
    private readonly InlineValidator<FamilyForm> _rules = new()
    {
        v => v.RuleFor(m => m.WorkerId).Must((m, id) => m.Workers.Any(w => w.Id == id)).WithMessage("Choose the social worker"),
        v => v.RuleFor(m => m.StartedOn)
            .Must(typed => TypedDay.Parse(typed) is not null).WithMessage("Give the day on which involvement started, such as 3 March 2026")
            .Must((m, typed) => m.CanBe(typed)).WithMessage($"The start must be within the last {Family.MostYearsBack} years, or soon"),
        v => v.RuleFor(m => m.EndedOn)
            .Must(typed => string.IsNullOrWhiteSpace(typed) || TypedDay.Parse(typed) is not null).WithMessage("Give the last day of involvement, such as 3 May 2026, or leave it empty")
            .Must((m, typed) => string.IsNullOrWhiteSpace(typed) || m.CanBe(typed)).WithMessage($"The end must be within the next {Family.MostYearsAhead} years")
            .Must((m, typed) => TypedDay.Parse(typed) is not { } end || TypedDay.Parse(m.StartedOn) is not { } start || end >= start)
                .WithMessage("The involvement cannot end before it starts"),
        v => v.RuleFor(m => m.Interval).Must(typed => Intervals.ContainsKey(typed ?? "")).WithMessage("Choose how often this family is asked"),
    };

    /// <summary>The choices by what the form sends.</summary>
    public static IReadOnlyDictionary<string, int?> Intervals { get; } = new[] { (int?)null }
        .Concat(Enumerable.Range(InvitationSettings.ShortestInterval, InvitationSettings.LongestFamilyInterval - InvitationSettings.ShortestInterval + 1).Select(i => (int?)i))
        .ToDictionary(Value);

    [BindProperty]
    public Guid? WorkerId { get; set; }

    [BindProperty]
    public string? StartedOn { get; set; }

    [BindProperty]
    public string? EndedOn { get; set; }

    [BindProperty]
    public string? Interval { get; set; }

    public IReadOnlyList<(Guid Id, string Name)> Workers { get; private set; } = [];

    protected ReachableFamilies Reachable => reachable;

    protected DateOnly Today => LocalTime.Today(clock);

    protected (Guid Worker, DateOnly Start, DateOnly? End, int? Interval) Typed =>
        (WorkerId!.Value, TypedDay.Parse(StartedOn)!.Value, TypedDay.Parse(EndedOn), Intervals[Interval ?? ""]);

    public static string Value(int? months) => months?.ToString(CultureInfo.InvariantCulture) ?? "";

    protected void Show(Family family)
    {
        WorkerId = family.WorkerId;
        StartedOn = TypedDay.Format(family.StartedOn);
        EndedOn = family.EndedOn is { } ended ? TypedDay.Format(ended) : null;
        Interval = Value(family.IntervalMonths);
    }

    /// <param name="also">Who works with the family now, although they may have left.</param>
    protected async Task LoadWorkersAsync(Guid? also, CancellationToken cancellation)
    {
        var today = Today;
        var workers = await reachable.Workers.Where(w => w.LeftOn == null || w.LeftOn >= today || w.Id == also)
            .OrderBy(w => w.Name).ThenBy(w => w.Id).Select(w => new { w.Id, w.Name, Team = w.Team!.Name }).ToListAsync(cancellation);
        Workers = [.. workers.Select(w => (w.Id, $"{w.Name} ({w.Team})"))];
    }

    protected Task<bool> IsValidAsync() => this.IsValidAsync(_rules);

    private bool CanBe(string? typed) => TypedDay.Parse(typed) is { } day && Family.CanBeDay(day, Today);
}
