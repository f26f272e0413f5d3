using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages;

/// <summary>
/// Deletes what was not sent, forgets the session and goes to an ordinary page. It must never fail, for want of a token or
/// of the database; a forged one finds no cookie, which is SameSite=Lax.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LeaveModel(DraftStore drafts, AuthorityDetails authority) : PageModel
{
    public string SafeSite { get; private set; } = "";

    public IActionResult OnGet() => Redirect(FamilyLinks.Start);

    public async Task OnPostAsync()
    {
        SessionCookie.Clear(Response);
        SafeSite = (await authority.GetIfReachableAsync())?.SafeSite ?? PageFrame.DefaultSafeSite;
        if (SessionCookie.Read(Request) is { } secret)
        {
            await DeleteAsync(secret);
        }
    }

    private async Task DeleteAsync(DraftSecret secret)
    {
        try
        {
            await drafts.DeleteAsync(secret, CancellationToken.None);
        }
        catch (Exception trouble) when (ProblemHandling.IsDatabaseAway(trouble))
        {
            // Whoever leaves must be gone at once. Without the cookie nobody can read what stays behind, and it expires.
        }
    }
}
