using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Links;

public sealed class IndexModel(PracticeDbContext db, IConfiguration configuration) : PageModel
{
    public IReadOnlyList<LinkView> Links { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Links = await LinkView.Of(db.SurveyLinks, db).ToListAsync(cancellation);

    public FamilyAddress AddressOf(LinkView link) => FamilyAddress.Of(configuration, Request, link.Code);
}
