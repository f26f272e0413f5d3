using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages;

/// <summary>People who can help. The family's own social worker is one of them, never the only one.</summary>
public sealed class HelpModel(AuthorityDetails authority, HelpLines lines) : PageModel
{
    /// <summary>Null while it cannot be known: the help lines are shown all the same.</summary>
    public AuthorityView? Authority { get; private set; }

    public IReadOnlyList<HelpLineView> ForEverybody { get; } = lines.For(Audience.ParentCarer);

    public IReadOnlyList<HelpLineView> ForYoungPeople { get; } = lines.For(Audience.YoungPerson);

    /// <summary>There may be answers to go back to.</summary>
    public bool HasDraft { get; private set; }

    public async Task OnGetAsync()
    {
        Authority = await authority.GetIfReachableAsync();
        HasDraft = SessionCookie.Read(Request) is not null;
        ViewData["Title"] = "Get help";
    }
}
