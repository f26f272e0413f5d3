using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Finds what a receipt code stands for.</summary>
public sealed class Receipts(PracticeDbContext db, AuthorityDetails authority)
{
    public async Task<SurveyResponse?> FindAsync(ReceiptCode code)
    {
        var hash = ReceiptHasher.Hash(code.Digits, (await authority.GetAsync()).ReceiptKey);
        return await db.SurveyResponses.FirstOrDefaultAsync(r => r.ReceiptHash == hash);
    }

    /// <summary>What the draft of this secret became, or null when it was not sent.</summary>
    public Task<SurveyResponse?> FindAsync(DraftSecret secret) => FindAsync(ReceiptCode.Derive(secret.ReceiptMaterial));
}
