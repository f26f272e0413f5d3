using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;

namespace RelationalPractice.Interviews;

public static class InterviewForgetting
{
    /// <summary>Wishes that nobody booked within <see cref="InterviewRequest.KeptDays"/> days lose all that is personal.</summary>
    public static Task<int> ForgetAsync(PracticeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var since = today.AddDays(-InterviewRequest.KeptDays);
        return db.InterviewRequests
            .Where(r => r.State == InterviewRequestState.Asked && r.AskedOn < since)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.State, InterviewRequestState.Cancelled)
                    .SetProperty(r => r.Name, (ProtectedText?)null)
                    .SetProperty(r => r.Contact, (ProtectedText?)null)
                    .SetProperty(r => r.Wishes, (ProtectedText?)null)
                    .SetProperty(r => r.AccessNeeds, (ProtectedText?)null)
                    .SetProperty(r => r.Language, (ProtectedText?)null)
                    .SetProperty(r => r.WorkerNameTyped, (ProtectedText?)null)
                    .SetProperty(r => r.WorkerStaffId, (Guid?)null),
                cancellation);
    }
}
