using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>Says what is not there, and where to go on from.</summary>
public sealed record Missing(string Heading, string Explanation, string Address, string AddressInWords);

internal static class MissingResult
{
    public static ViewResult NotThere(this PageModel page, Missing missing)
    {
        // What was wrong with a form is of no interest once there is nothing to fill it in for.
        page.ModelState.Clear();
        return new ViewResult
        {
            ViewName = "~/Pages/Staff/Missing.cshtml",
            ViewData = new ViewDataDictionary<Missing>(page.ViewData, missing),
            StatusCode = StatusCodes.Status404NotFound,
        };
    }
}
