using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Security;

/// <summary>Local accounts of staff, and the cookies that keep them signed in (docs/access.md).</summary>
public static class StaffIdentity
{
    public const string CookieName = "staff";
    public const int PasswordMinLength = 12;

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(10);

    /// <summary>How long a role that was taken away, or a changed password, can still be used.</summary>
    public static readonly TimeSpan CheckedEvery = TimeSpan.FromMinutes(1);

    private const string SignedInAt = "signed-in-at";

    public static IServiceCollection AddStaffIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<SecondFactor>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton(provider => new SecondFactorRule(
            configuration.GetValue<bool?>("Staff:RequireSecondFactor") ?? !provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));

        services.AddIdentityCore<StaffMember>(identity =>
            {
                // As the National Cyber Security Centre advises: length, and no rules about kinds of characters.
                identity.Password.RequiredLength = PasswordMinLength;
                identity.Password.RequiredUniqueChars = 1;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.User.RequireUniqueEmail = true;
                // User names are e-mail addresses, and those may hold an apostrophe.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<StaffStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffPrincipals>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffMember>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = CheckedEvery);

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(StaffSignIn.HalfwayScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHostEnvironment>(ConfigureSession);
        services.AddOptions<CookieAuthenticationOptions>(StaffSignIn.HalfwayScheme).Configure<IHostEnvironment>(ConfigureHalfway);
        return services;
    }

    private static void ConfigureSession(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        Guard(cookie, environment, CookieName);
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = StaffLinks.SignInPath;
        cookie.AccessDeniedPath = StaffLinks.NoEntryPath;
        cookie.ReturnUrlParameter = StaffLinks.ReturnUrl;
        cookie.Events.OnSigningIn = context =>
        {
            context.Properties.Items[SignedInAt] = Now(context).ToString("O", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.Redirect(StaffLinks.NoEntryPath);
            return Task.CompletedTask;
        };
    }

    private static void ConfigureHalfway(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        Guard(cookie, environment, StaffSignIn.HalfwayScheme);
        cookie.ExpireTimeSpan = StaffSignIn.HalfwayLasts;
        cookie.SlidingExpiration = false;
    }

    private static void Guard(CookieAuthenticationOptions cookie, IHostEnvironment environment, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var inTime = context.Properties.Items.TryGetValue(SignedInAt, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since)
            && Now(context) - since < LongestSession;
        if (!inTime)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static DateTimeOffset Now(PrincipalContext<CookieAuthenticationOptions> context) =>
        context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
