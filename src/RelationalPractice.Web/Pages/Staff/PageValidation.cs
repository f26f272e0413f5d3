using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RelationalPractice.Web.Pages.Staff;

internal static class PageValidation
{
    /// <summary>Adds the first problem of each field to the model state, where the error summary and the field find it.</summary>
    public static async Task<bool> IsValidAsync<TPage>(this TPage page, IValidator<TPage> rules)
        where TPage : PageModel
    {
        var outcome = await rules.ValidateAsync(page, page.HttpContext.RequestAborted);
        foreach (var error in outcome.Errors.DistinctBy(e => e.PropertyName, StringComparer.Ordinal))
        {
            page.ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }

    public static PageResult PageWithErrors(this PageModel page)
    {
        var result = page.Page();
        result.StatusCode = StatusCodes.Status400BadRequest;
        return result;
    }
}
