using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Supervision;

/// <summary>What a family may know of a supervision: what came of it, without a word of what was written there.</summary>
public static class FamilyOutcome
{
    /// <returns>In the order of the list, each once; empty when it has not been talked about.</returns>
    public static async Task<IReadOnlyList<SupervisionOutcomeKind>> OfAsync(PracticeDbContext db, Guid responseId)
    {
        var kinds = await db.SupervisionRecords.SelectMany(r => r.Outcomes).Where(o => o.ResponseId == responseId).Select(o => o.Kind).Distinct().ToListAsync();
        return [.. kinds.Order()];
    }
}
