using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

public sealed class IndexModel(PracticeDbContext db, OwnInterviews own, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OwnInterview> Booked { get; private set; } = [];

    public InterviewerProfile? Profile { get; private set; }

    public IReadOnlyList<InterviewSlot> Free { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Booked = await own.BookedAsync(cancellation);
        Profile = await db.InterviewerProfiles.FindAsync([staff.Id], cancellation);
        Free = await FreeTimes.Free(db, clock.GetUtcNow().UtcDateTime).Where(s => s.InterviewerId == staff.Id)
            .OrderBy(s => s.StartsAtUtc).AsNoTracking().ToListAsync(cancellation);
    }
}
