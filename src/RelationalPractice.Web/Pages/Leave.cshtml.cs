using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages;

/// <summary>
/// Deletes what was not sent, forgets the session and goes to an ordinary page. It must never fail for want of a token; a forged
/// one finds no cookie, which is SameSite=Lax.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LeaveModel(DraftStore drafts, AuthorityDetails authority) : PageModel
{
    public string SafeSite { get; private set; } = "";

    public IActionResult OnGet() => Redirect(FamilyLinks.Start);

    public async Task OnPostAsync()
    {
        SessionCookie.Clear(Response);
        SafeSite = (await authority.GetAsync()).SafeSite;
        if (SessionCookie.Read(Request) is { } secret)
        {
            await drafts.DeleteAsync(secret, CancellationToken.None);
        }
    }
}
