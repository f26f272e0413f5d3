using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RelationalPractice.Web.Hosting;

/// <summary>Tells the layouts whose pages these are.</summary>
internal sealed class AuthorityOnEveryPage(AuthorityDetails authority) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is PageModel page && await authority.GetIfReachableAsync() is { } view)
        {
            page.ViewData["AuthorityName"] = view.Name;
            page.ViewData["SafeSite"] = view.SafeSite;
        }

        await next();
    }
}
