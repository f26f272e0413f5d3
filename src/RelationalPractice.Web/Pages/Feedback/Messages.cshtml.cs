using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Stops or pauses the messages that bring a personal link. It says nothing of whose link it is.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class MessagesModel(MessagePeace peace, AuthorityDetails authority) : PageModel
{
    public const string Stop = "stop";
    public const string Pause = "pause";

    public AuthorityView Authority { get; private set; } = null!;

    /// <summary>False for a code that is none of ours.</summary>
    public bool IsKnown { get; private set; }

    public bool IsStopped { get; private set; }

    /// <summary>Nothing is sent before this day.</summary>
    public DateOnly? PausedUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        await FindAsync(code, cancellation);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? wish, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } person || IsStopped)
        {
            return Shown();
        }

        switch (wish)
        {
            case Stop:
                await peace.StopAsync(person, cancellation);
                IsStopped = true;
                break;
            case Pause:
                PausedUntil = await peace.PauseAsync(person, cancellation);
                break;
            default:
                ModelState.AddModelError("wish", "Choose whether to stop or to pause");
                break;
        }

        return Shown();
    }

    private async Task<ContactPerson?> FindAsync(string typed, CancellationToken cancellation)
    {
        Authority = await authority.GetAsync();
        if (PersonalCode.Parse(typed) is not { } code || await peace.FindAsync(code, Authority.ContactKey, cancellation) is not { } person)
        {
            return null;
        }

        IsKnown = true;
        IsStopped = await peace.IsStoppedAsync(person, cancellation);
        return person;
    }

    private PageResult Shown()
    {
        ViewData["Title"] = !IsKnown ? "We do not know that link"
            : IsStopped ? "These messages are stopped"
            : PausedUntil is not null ? "These messages are paused"
            : "Stop these messages";
        var page = Page();
        page.StatusCode = !IsKnown ? StatusCodes.Status404NotFound : ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
