using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Finds what a receipt code stands for.</summary>
public sealed class Receipts(PracticeDbContext db, AuthorityDetails authority)
{
    public async Task<SurveyResponse?> FindAsync(ReceiptCode code) => await FindAsync(await HashAsync(code));

    /// <summary>What the draft of this secret became, or null when it was not sent.</summary>
    /// <param name="known">The hash, where the cookie brings it along from sending.</param>
    public async Task<SurveyResponse?> FindAsync(DraftSecret secret, byte[]? known) => await FindAsync(known ?? await HashAsync(secret));

    public Task<byte[]> HashAsync(DraftSecret secret) => HashAsync(ReceiptCode.Derive(secret.ReceiptMaterial));

    private async Task<byte[]> HashAsync(ReceiptCode code) => ReceiptHasher.Hash(code.Digits, (await authority.GetAsync()).ReceiptKey);

    private Task<SurveyResponse?> FindAsync(byte[] hash) => db.SurveyResponses.FirstOrDefaultAsync(r => r.ReceiptHash == hash);
}
