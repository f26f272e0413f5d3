using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

public sealed class SignOutModel(StaffSignIn signIn, CurrentStaff staff) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync(staff);
        return Redirect(StaffLinks.SignIn());
    }
}
