using Microsoft.AspNetCore.Http.Extensions;

namespace RelationalPractice.Web.Pages.Staff;

public static class StaffLinks
{
    public const string SignInPath = "/staff/sign-in";
    public const string NoEntryPath = "/staff/no-entry";
    public const string ReturnUrl = "returnUrl";

    public static string Home() => "/staff";

    public static string SignIn() => SignInPath;

    public static string SignInCode(string? returnUrl) => "/staff/sign-in/code" + Back(returnUrl);

    public static string SignInSetUp(string? returnUrl) => "/staff/sign-in/set-up" + Back(returnUrl);

    public static string SignOut() => "/staff/sign-out";

    private static string Back(string? returnUrl) =>
        string.IsNullOrEmpty(returnUrl) ? "" : new QueryBuilder { { ReturnUrl, returnUrl } }.ToString();
}
