using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations.Families;

/// <summary>Whose families somebody may see, and finding one by a whole name, number or address: what is searched for never stands in an address.</summary>
public sealed class IndexModel(PracticeDbContext db, ReachableFamilies reachable, AuthorityDetails details, PersonalDataProtector protector, CurrentStaff staff) : PageModel
{
    public const int PageSize = 50;
    public const int SearchMaxLength = 254;

    [BindProperty(SupportsGet = true, Name = FamiliesLinks.PageNumber)]
    public string? PageTyped { get; set; }

    [BindProperty]
    public string? Search { get; set; }

    public IReadOnlyList<FamilyRow> Rows { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public bool HasNext { get; private set; }

    public bool Searched { get; private set; }

    public bool MayImport => staff.Has(Role.QualityAssurance);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Number = int.TryParse(PageTyped, out var number) && number is > 0 and < 100_000 ? number : 1;
        await ShowAsync(reachable.All, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Search?.Trim() is not { Length: > 0 and <= SearchMaxLength } typed)
        {
            ModelState.AddModelError(nameof(Search), "Write a whole name, a telephone number or an e-mail address");
            await ShowAsync(reachable.All, cancellation);
            return this.PageWithErrors();
        }

        var key = (await details.GetAsync()).ContactKey;
        var name = key.HashOfName(typed);
        var mobile = TelephoneNumber.Parse(typed) is { } m ? key.HashOf(m) : null;
        var email = EmailAddress.Parse(typed) is { } e ? key.HashOf(e) : null;
        Searched = true;
        await ShowAsync(
            reachable.All.Where(f => f.Members.Any(p =>
                p.Person!.NameHash == name || (mobile != null && p.Person.MobileHash == mobile) || (email != null && p.Person.EmailHash == email))),
            cancellation);
        return Page();
    }

    private async Task ShowAsync(IQueryable<Family> families, CancellationToken cancellation)
    {
        var found = await families.Include(f => f.Members).ThenInclude(m => m.Person).AsNoTracking()
            .Join(db.Workers, f => f.WorkerId, w => w.Id, (family, worker) => new { family, worker.Name })
            .OrderBy(f => f.family.EndedOn != null).ThenBy(f => f.Name).ThenByDescending(f => f.family.StartedOn).ThenBy(f => f.family.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .AsSplitQuery().ToListAsync(cancellation);
        HasNext = found.Count > PageSize;
        Rows = [.. found.Take(PageSize).Select(f => new FamilyRow(f.family, f.Name, NamesOf(f.family)))];
    }

    private IReadOnlyList<string> NamesOf(Family family) =>
        [.. family.Members.Select(m => protector.Reveal(m.Person!.Name)!).Order(StringComparer.CurrentCultureIgnoreCase)];
}

public sealed record FamilyRow(Family Family, string Worker, IReadOnlyList<string> People);
