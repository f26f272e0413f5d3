using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Demonstration;

namespace RelationalPractice.BrowserTests.Staff;

internal static class SigningIn
{
    /// <summary>With the password of the demonstration's people. What comes next is the site's to say.</summary>
    public static async Task SignInAsync(this Visit visit, string email)
    {
        await visit.GoToAsync("/staff/sign-in");
        await visit.WriteAsync("E-mail address", email);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemonstrationOptions.DefaultPassword);
        await visit.PressAsync("Sign in");
    }
}
