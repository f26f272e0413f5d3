using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInCodeModel(StaffSignIn signIn) : PageModel
{
    private const int TypedMaxLength = 50;

    private readonly InlineValidator<SignInCodeModel> _rules = new()
    {
        v => v.RuleFor(m => m.Code)
            .NotEmpty().WithMessage("Enter the code from your app")
            .MaximumLength(TypedMaxLength).WithMessage($"Code must be {TypedMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = StaffLinks.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.HalfwayMemberAsync() is { TwoFactorEnabled: true } ? Page() : Redirect(StaffLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.HalfwayMemberAsync() is not { TwoFactorEnabled: true })
        {
            return Redirect(StaffLinks.SignIn());
        }

        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        if (await signIn.WithCodeAsync(Code!) == SignInStep.SignedIn)
        {
            return this.GoOn(ReturnUrl);
        }

        ModelState.AddModelError(
            nameof(Code),
            $"That code is not right, or was used before. Wait for the next one. After {StaffSignIn.MaxTries} wrong tries an account is locked for {StaffSignIn.LockedFor.Minutes} minutes.");
        return this.PageWithErrors();
    }
}
