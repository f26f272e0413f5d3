using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>What waits for whoever has signed in.</summary>
public sealed class IndexModel(PracticeDbContext db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public string Name => staff.DisplayName;

    /// <summary>Null for whoever does not read responses.</summary>
    public QueueCounts? Queue { get; private set; }

    public IReadOnlyList<ComingForRole> Coming { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (staff.Has(Role.QualityAssurance))
        {
            Queue = await ReadingQueue.CountAsync(db, LocalTime.Today(clock), cancellation);
        }

        Coming = [.. staff.Roles.Select(ComingForRole.Of).OfType<ComingForRole>()];
    }
}

/// <summary>What a role whose pages do not exist yet will find here, said without promising a day.</summary>
public sealed record ComingForRole(string Role, string Sentence)
{
    public static ComingForRole? Of(Role role) => role switch
    {
        Identity.Role.Administrator => new("Administrator", "People, teams and settings will be kept here. Until then accounts are made with the create-administrator command."),
        Identity.Role.Manager => new("Manager", "Feedback about your team will appear here once the quality team can release it for supervision."),
        Identity.Role.Worker => new("Social worker", "Feedback about your own work will appear here once the quality team can release it, for you and your manager to read together."),
        Identity.Role.Interviewer => new("Interviewer", "Interviews that families have asked you for will appear here, with the questions and prompts."),
        Identity.Role.Facilitator => new("Focus group facilitator", "Your focus groups and the themes to talk about will appear here."),
        Identity.Role.BoardMember => new("Board member", "Papers on what families say, for you to comment on, will appear here."),
        Identity.Role.SeniorManager => new("Senior manager", "Themes, reports and the action plan will appear here."),
        Identity.Role.DataProtectionOfficer => new("Data-protection officer", "Retention, requests from families and the audit log will appear here. What staff open and change is already written into the log."),
        _ => null,
    };
}
