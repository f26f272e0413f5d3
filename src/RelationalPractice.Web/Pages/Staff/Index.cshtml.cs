using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Pages.Interviews;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>What waits for whoever has signed in.</summary>
public sealed class IndexModel(PracticeDbContext db, ReleasedResponses released, CurrentStaff staff, TimeProvider clock) : PageModel
{
    /// <summary>Null for whoever does not read responses.</summary>
    public QueueCounts? Queue { get; private set; }

    /// <summary>Safeguarding concerns that nobody has closed; seen by the quality team alone.</summary>
    public int OpenConcerns { get; private set; }

    /// <summary>Typed forms that a colleague of whoever typed them is to check; for the quality team alone.</summary>
    public int PapersToCheck { get; private set; }

    /// <summary>About the workers of a manager's teams.</summary>
    public SupervisionWaiting? Supervision { get; private set; }

    /// <summary>About whoever has signed in, as a worker.</summary>
    public SupervisionWaiting? MyFeedback { get; private set; }

    /// <summary>Null for whoever neither arranges interviews nor holds them.</summary>
    public InterviewsWaiting? Interviews { get; private set; }

    public bool HasNoRole => staff.Roles.Count == 0;

    public IEnumerable<(string Role, string Sentence)> Coming =>
        staff.Roles.Where(role => ComingFor(role) is not null).Select(role => (StaffWords.Of(role), ComingFor(role)!));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (staff.Has(Role.QualityAssurance))
        {
            Queue = await ReadingQueue.CountAsync(db, LocalTime.Today(clock), cancellation);
            OpenConcerns = await db.SafeguardingConcerns.CountAsync(concern => !concern.IsClosed, cancellation);
            PapersToCheck = await db.PaperForms.CountAsync(form => form.IsTyped && form.TypedById != staff.Id, cancellation);
        }

        Interviews = await InterviewsWaiting.OfAsync(db, staff, clock, cancellation);
        if (staff.Has(Role.Manager))
        {
            Supervision = await SupervisionWaiting.CountAsync(db, released.Managed, staff.Id, LocalTime.Today(clock), cancellation);
        }

        if (staff.Has(Role.Worker))
        {
            MyFeedback = await SupervisionWaiting.CountAsync(db, released.Own, staff.Id, LocalTime.Today(clock), cancellation);
        }
    }

    /// <summary>What a role whose pages do not exist yet will find here, said without promising a day.</summary>
    private static string? ComingFor(Role role) => role switch
    {
        Role.Administrator => "People, teams and settings will be kept here. Until then the first account is made with the create-administrator command.",
        Role.Facilitator => "Your focus groups and the themes to talk about will appear here.",
        Role.BoardMember => "Papers on what families say, for you to comment on, will appear here.",
        Role.SeniorManager => "Themes, reports and the action plan will appear here.",
        Role.DataProtectionOfficer => "Retention, requests from families and the audit log will appear here. What staff open and change is in the log.",
        _ => null,
    };
}
