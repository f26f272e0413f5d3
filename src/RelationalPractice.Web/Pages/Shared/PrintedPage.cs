using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>A page to print from the browser, and to download as a PDF of the same where that is set up.</summary>
public abstract class PrintedPage(PrintedPages printed) : PageModel
{
    private const string Pdf = "pdf";

    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    /// <summary>Null where no PDF can be made.</summary>
    public string? PdfAddress => printed.IsConfigured
        ? Request.Path + new QueryBuilder(Request.Query.Where(asked => asked.Key != "as")) { { "as", Pdf } }.ToQueryString()
        : null;

    /// <param name="fileName">Without its ending.</param>
    protected PageResult Print(string fileName) => As == Pdf && printed.IsConfigured ? new PdfResult($"{fileName}.pdf") : Page();
}
