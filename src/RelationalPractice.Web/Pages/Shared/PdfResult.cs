using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>The page as it would be shown, made into a PDF; where that fails, a page that says so.</summary>
internal sealed class PdfResult(string fileName) : PageResult
{
    private const string Problem = "~/Pages/Staff/Missing.cshtml";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var html = await RenderAsync(context);
        var letterhead = await services.GetRequiredService<Letterhead>().GetAsync(http.RequestAborted);
        var pdf = await services.GetRequiredService<PrintedPages>().PdfAsync(html, letterhead.Logo, http.RequestAborted);
        ActionResult result = pdf is not null
            ? new FileContentResult(pdf, "application/pdf") { FileDownloadName = fileName }
            : new ViewResult
            {
                ViewName = Problem,
                ViewData = new ViewDataDictionary<Missing>(ViewData, new Missing(
                    "We could not make the PDF", "Try again in a minute. You can also print the page itself from your browser, on paper or into a PDF.",
                    AddressOfPage(http.Request), "Go to the page")),
                StatusCode = StatusCodes.Status503ServiceUnavailable,
            };
        await result.ExecuteResultAsync(context);
    }

    private async Task<string> RenderAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var answer = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await base.ExecuteResultAsync(context);
        }
        finally
        {
            response.Body = answer;
        }

        response.ContentType = null;
        return Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
    }

    private static string AddressOfPage(HttpRequest request) => request.Path + QueryString.Create(request.Query.Where(field => field.Key != "as"));
}
