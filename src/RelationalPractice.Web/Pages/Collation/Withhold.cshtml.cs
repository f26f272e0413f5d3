using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Keeps a response from supervision, with a reason. It can be released later all the same.</summary>
public sealed class WithholdModel(PracticeDbContext db, RawResponses raw, Releasing releasing, CurrentStaff staff, TimeProvider clock)
    : ReasonedDecision(db, raw, "Say why it is withheld")
{
    protected override bool IsOpen => Standing.Release is null && Opened is WorkerResponse;

    protected override Task CarryOutAsync(WorkerResponse response, CollationRecord record, CancellationToken cancellation) =>
        releasing.WithholdAsync(response, record, staff.For(Reason), LocalTime.Today(clock), cancellation);
}
