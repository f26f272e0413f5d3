using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Audit;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Pages.Collation.Paper;
using RelationalPractice.Web.Pages.Collation.Themes;
using RelationalPractice.Web.Pages.Guidance;
using RelationalPractice.Web.Pages.Interviews;
using RelationalPractice.Web.Pages.Invitations;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.MyFeedback;
using RelationalPractice.Web.Pages.Supervision;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>The areas that somebody may enter, in the order of the navigation.</summary>
public sealed record StaffArea(string Text, string Address, params IReadOnlyList<Role> Roles);

public static class StaffAreas
{
    private static readonly StaffArea[] All =
    [
        new("Responses to read", CollationLinks.Queue(), Role.QualityAssurance),
        new("Paper forms", PaperLinks.List(), Role.QualityAssurance),
        new("Your teams", SupervisionLinks.Workers(), Role.Manager),
        new("Your feedback", MyFeedbackLinks.List(), Role.Worker),
        new("Overview", CollationLinks.Overview(), Role.QualityAssurance),
        new("Themes", ThemeLinks.List(), Role.QualityAssurance),
        new("Families", FamiliesLinks.List(), Role.QualityAssurance, Role.Manager, Role.Worker),
        new("Invitations", InvitationLinks.List(), Role.QualityAssurance, Role.Manager, Role.Worker),
        new("Interviews", InterviewLinks.List(), Role.QualityAssurance),
        new("Links for families", SurveyLinkLinks.List(), Role.QualityAssurance),
        new("Your interviews", InterviewLinks.Mine(), Role.Interviewer),
        new("Guidance", GuidanceLinks.List()),
        new("What staff did", AuditLinks.Log(), Role.Administrator, Role.DataProtectionOfficer),
    ];

    /// <returns>Empty for whoever has nowhere to go but the first page.</returns>
    public static IReadOnlyList<StaffArea> Of(IReadOnlyList<Role> roles)
    {
        var own = All.Where(area => area.Roles.Count == 0 ? roles.Count > 0 : area.Roles.Any(roles.Contains)).ToList();
        return own.Count == 0 ? [] : [new StaffArea("What waits for you", StaffLinks.Home()), .. own];
    }
}
