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

    public static IServiceCollection AddStaffIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<StaffSession>();
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
            .AddClaimsPrincipalFactory<StaffPrincipals>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffMember>>(TokenOptions.DefaultAuthenticatorProvider);

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.ExpireTimeSpan = Idle;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = StaffLinks.SignInPath;
                cookie.ReturnUrlParameter = StaffLinks.ReturnUrl;
                cookie.EventsType = typeof(StaffSession);
            })
            .AddCookie(StaffSignIn.HalfwayScheme, cookie =>
            {
                cookie.ExpireTimeSpan = StaffSignIn.HalfwayLasts;
                cookie.SlidingExpiration = false;
            });
        Guard(services, IdentityConstants.ApplicationScheme, CookieName);
        Guard(services, StaffSignIn.HalfwayScheme, StaffSignIn.HalfwayScheme);
        return services;
    }

    private static void Guard(IServiceCollection services, string scheme, string name) =>
        services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IHostEnvironment>((cookie, environment) =>
        {
            cookie.Cookie.Name = name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.IsEssential = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
}
