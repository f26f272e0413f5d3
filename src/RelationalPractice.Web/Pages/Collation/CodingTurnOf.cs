using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>On which turn whoever is signed in codes a response.</summary>
public sealed class CodingTurnOf(PracticeDbContext db, CurrentStaff staff, CodingSettings settings)
{
    public async Task<CodingTurn> GetAsync(Guid responseId, CancellationToken cancellation)
    {
        var staffId = staff.Id;
        var record = await db.CollationRecords.AsNoTracking().SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation);
        var codedFirst = await db.Codings.AnyAsync(c => c.ResponseId == responseId && !c.Second && c.CoderId == staffId, cancellation);
        return CodingTurns.Of(record, staffId, DoubleCoding.Chosen(responseId, settings.DoubleCodingShare), codedFirst);
    }

    /// <returns>The name of who has said that the themes of this turn are done, or null.</returns>
    public Task<string?> DoneByAsync(Guid responseId, CodingTurn turn, CancellationToken cancellation) => (
        from record in db.CollationRecords
        join member in db.Users on (turn == CodingTurn.Second ? record.ThemedAgainById : record.ThemedById) equals member.Id
        where record.ResponseId == responseId
        select member.DisplayName).SingleOrDefaultAsync(cancellation);
}
