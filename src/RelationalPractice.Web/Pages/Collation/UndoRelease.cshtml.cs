using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Takes released feedback back out of supervision, with a reason: every copy goes. It can be released again.</summary>
public sealed class UndoReleaseModel(PracticeDbContext db, RawResponses raw, Releasing releasing, CurrentStaff staff, TimeProvider clock)
    : ReasonedDecision(db, raw, "Say why the release is undone")
{
    private readonly PracticeDbContext _db = db;

    protected override bool IsOpen => Standing.IsReleased;

    protected override async Task CarryOutAsync(WorkerResponse response, CollationRecord record, CancellationToken cancellation)
    {
        var release = await _db.Releases.Include(r => r.Excerpts).SingleAsync(r => r.ResponseId == response.Id, cancellation);
        await releasing.UndoAsync(response, record, release, staff.For(Reason), LocalTime.Today(clock), cancellation);
    }
}
