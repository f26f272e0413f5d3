using Microsoft.AspNetCore.Authorization;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>Who may enter what, by name (docs/access.md). A page that names none is closed to whoever has not signed in.</summary>
public static class Policies
{
    public const string SignedIn = "SignedIn";
    public const string Collation = "Collation";
    public const string Links = "Links";
    public const string Supervision = "Supervision";
    public const string MyFeedback = "MyFeedback";
    public const string Audit = "Audit";

    /// <summary>Families and their people; each page sees to it that a manager is among their own teams, a worker among their own families.</summary>
    public const string Invitations = "Invitations";

    /// <summary>Importing, sending and settings: the quality team alone.</summary>
    public const string Inviting = "Inviting";

    /// <summary>Wishes, bookings and what is known of a family that wants to talk: the quality team.</summary>
    public const string InterviewArranging = "InterviewArranging";

    /// <summary>Own times and own interviews.</summary>
    public const string Interviewing = "Interviewing";

    public static void Configure(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(SignedIn, signedIn);
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;

        options.AddPolicy(Collation, Only(Role.QualityAssurance));
        options.AddPolicy(Links, Only(Role.QualityAssurance));
        options.AddPolicy(Supervision, Only(Role.Manager));
        options.AddPolicy(MyFeedback, Only(Role.Worker));
        options.AddPolicy(Audit, Only(Role.Administrator, Role.DataProtectionOfficer));
        options.AddPolicy(Invitations, Only(Role.QualityAssurance, Role.Manager, Role.Worker));
        options.AddPolicy(Inviting, Only(Role.QualityAssurance));
        options.AddPolicy(InterviewArranging, Only(Role.QualityAssurance));
        options.AddPolicy(Interviewing, Only(Role.Interviewer));
    }

    private static AuthorizationPolicy Only(params Role[] roles) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireRole(roles.Select(role => role.ToString()))
        .Build();
}
