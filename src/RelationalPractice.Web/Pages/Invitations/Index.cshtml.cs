using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>Who is due, what comes, and who is not asked and why.</summary>
public sealed class IndexModel(PlanForStaff plans) : PageModel
{
    public const int DaysAhead = 14;

    [BindProperty(SupportsGet = true, Name = InvitationLinks.From)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true, Name = InvitationLinks.Sent)]
    public string? Sent { get; set; }

    public InvitationPlan Plan { get; private set; } = null!;

    public IReadOnlyList<PlannedPerson> AllDue { get; private set; } = [];

    public IReadOnlyList<NamedPerson> Due { get; private set; } = [];

    public bool MaySend => plans.SeesAll;

    public int? NextFrom => From + PlanForStaff.PageSize < AllDue.Count ? From + PlanForStaff.PageSize : null;

    /// <summary>What was made to go out a moment ago, on this page's own word.</summary>
    public PlannedCounts? JustSent =>
        Sent?.Split('-') is [var invitations, var reminders] && uint.TryParse(invitations, out var asked) && uint.TryParse(reminders, out var reminded)
            ? new PlannedCounts((int)asked, (int)reminded)
            : null;

    public IEnumerable<(DateOnly Day, int People)> Coming => Plan.ComingUntil(Plan.Today.AddDays(DaysAhead))
        .GroupBy(person => ((NotDue)person.Outcome).Next!.Value)
        .OrderBy(day => day.Key)
        .Select(day => (day.Key, day.Count()));

    public IEnumerable<(NotDueReason Reason, int People)> NotAsked => InvitationWords.NotAsked
        .Select(reason => (Reason: reason, People: Plan.NotAsked(reason).Count()))
        .Where(row => row.People > 0);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        From = Math.Max(0, From);
        Plan = await plans.MakeAsync(cancellation);
        AllDue = [.. Plan.Due.OrderBy(person => (person.Outcome as InvitationDue)?.DueOn ?? Plan.Today).ThenBy(person => person.FamilyId).ThenBy(person => person.PersonId)];
        Due = await plans.NamesAsync(AllDue, From, cancellation);
    }
}
