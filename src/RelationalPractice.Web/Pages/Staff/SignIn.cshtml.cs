using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Demonstration;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(StaffSignIn signIn, IHostEnvironment environment, IConfiguration configuration) : PageModel
{
    private const int TypedMaxLength = 256;

    private readonly InlineValidator<SignInModel> _rules = new()
    {
        v => v.RuleFor(m => m.Email)
            .NotEmpty().WithMessage("Enter your e-mail address")
            .MaximumLength(TypedMaxLength).WithMessage($"E-mail address must be {TypedMaxLength} characters or fewer"),
        v => v.RuleFor(m => m.Password)
            .NotEmpty().WithMessage("Enter your password")
            .MaximumLength(TypedMaxLength).WithMessage($"Password must be {TypedMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = StaffLinks.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    /// <summary>In Development only: production has no demonstration.</summary>
    public IReadOnlyList<DemonstrationAccount> DemonstrationAccounts =>
        environment.IsDevelopment() ? DemonstrationAuthority.Instance.Accounts : [];

    public string DemonstrationPassword => configuration["Demo:Password"] ?? DemonstrationOptions.DefaultPassword;

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? this.GoOn(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        switch (await signIn.WithPasswordAsync(Email!.Trim(), Password!))
        {
            case SignInStep.SignedIn:
                return this.GoOn(ReturnUrl);
            case SignInStep.CodeNeeded:
                return Redirect(StaffLinks.SignInCode(ReturnUrl));
            case SignInStep.SetUpNeeded:
                return Redirect(StaffLinks.SignInSetUp(ReturnUrl));
            default:
                ModelState.AddModelError(nameof(Email), Refusal);
                return this.PageWithErrors();
        }
    }

    /// <summary>One message for every reason, so that it tells nobody which addresses have an account.</summary>
    public static string Refusal { get; } =
        $"That e-mail address and password do not match an account. After {StaffSignIn.MaxTries} wrong tries an account is locked for {StaffSignIn.LockedFor.Minutes} minutes.";
}
