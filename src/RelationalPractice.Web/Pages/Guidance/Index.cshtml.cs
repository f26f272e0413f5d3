using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Guidance;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Guidance;

public sealed class IndexModel(GuidanceLibrary library, GuidanceSearch search) : PageModel
{
    [BindProperty(SupportsGet = true, Name = GuidanceLinks.Query)]
    public string? Query { get; set; }

    public IReadOnlyList<GuidancePage> Pages => library.Pages;

    /// <summary>Null where nothing was asked for.</summary>
    public IReadOnlyList<GuidanceHit>? Found { get; private set; }

    public void OnGet()
    {
        Query = WrittenText.CleanLine(Query);
        Found = Query.Length == 0 ? null : search.Find(Query);
    }
}
