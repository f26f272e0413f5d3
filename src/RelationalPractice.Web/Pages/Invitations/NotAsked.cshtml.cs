using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>Everybody who is not asked for one reason.</summary>
public sealed class NotAskedModel(PlanForStaff plans) : PageModel
{
    [BindProperty(SupportsGet = true, Name = InvitationLinks.From)]
    public int From { get; set; }

    public NotDueReason Reason { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    public int? NextFrom => From + PlanForStaff.PageSize < Count ? From + PlanForStaff.PageSize : null;

    public async Task<IActionResult> OnGetAsync(string reason, CancellationToken cancellation)
    {
        if (InvitationWords.ReasonOf(reason) is not { } known)
        {
            return this.NotThere(InvitationLinks.Missing);
        }

        Reason = known;
        From = Math.Max(0, From);
        var people = (await plans.MakeAsync(cancellation)).NotAsked(known).OrderBy(person => person.FamilyId).ThenBy(person => person.PersonId).ToList();
        Count = people.Count;
        People = await plans.NamesAsync(people, From, cancellation);
        return Page();
    }
}
