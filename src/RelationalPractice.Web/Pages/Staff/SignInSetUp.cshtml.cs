using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>Comes once, after the first right password: from then on a code from the app is asked for as well.</summary>
public sealed class SignInSetUpModel(StaffSignIn signIn, SecondFactor secondFactor) : PageModel
{
    private readonly InlineValidator<SignInSetUpModel> _rules = new()
    {
        v => v.RuleFor(m => m.Code).NotEmpty().WithMessage("Enter the six digits that your app shows"),
    };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = StaffLinks.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    /// <summary>For an app that cannot read the picture.</summary>
    public string Key { get; private set; } = "";

    public string Picture { get; private set; } = "";

    /// <summary>Shown once, when it is done.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public string Onward => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : StaffLinks.Home();

    public async Task<IActionResult> OnGetAsync() =>
        await MemberAsync() is { } member ? await ShowAsync(member) : Redirect(StaffLinks.SignIn());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await MemberAsync() is not { } member)
        {
            return Redirect(StaffLinks.SignIn());
        }

        if (await this.IsValidAsync(_rules) && await secondFactor.SetUpAsync(member, Code!) is { } codes)
        {
            RecoveryCodes = codes;
            await signIn.AfterSetUpAsync(member);
            return Page();
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Code), "That is not the code your app should show now. Check that the phone’s clock is right, and wait for the next code.");
        }

        var page = await ShowAsync(member);
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<StaffMember?> MemberAsync() =>
        await signIn.HalfwayMemberAsync() is { TwoFactorEnabled: false } member ? member : null;

    private async Task<PageResult> ShowAsync(StaffMember member)
    {
        var key = await secondFactor.KeyAsync(member);
        var issuer = Uri.EscapeDataString(PageFrame.StaffServiceName);
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        Picture = QrCode.Svg(
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(member.Email!)}?secret={key}&issuer={issuer}", "QR code for your authenticator app");
        return Page();
    }
}
