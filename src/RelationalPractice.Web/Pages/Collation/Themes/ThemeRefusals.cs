using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RelationalPractice.Web.Pages.Collation.Themes;

internal static class ThemeRefusals
{
    public const string NameTaken = "Another theme has this name. Choose a different one, or change that theme";

    /// <summary>Adds the first problem of each field to the model state, under the name that the form gives the field.</summary>
    public static async Task<bool> IsValidAsync(this PageModel page, ThemeFields fields, ThemeFieldsRules rules)
    {
        var outcome = await rules.ValidateAsync(fields, page.HttpContext.RequestAborted);
        foreach (var error in outcome.Errors.DistinctBy(e => e.PropertyName, StringComparer.Ordinal))
        {
            page.ModelState.AddModelError($"Fields.{error.PropertyName}", error.ErrorMessage);
        }

        return page.ModelState.IsValid;
    }
}
