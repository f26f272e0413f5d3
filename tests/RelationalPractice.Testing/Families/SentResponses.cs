using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Testing.Families;

/// <summary>What became of what a family sent, found by the code they were shown.</summary>
public static class SentResponses
{
    public static async Task<SurveyResponse> ResponseAsync(this PracticeHost host, string code)
    {
        var key = await host.WithAsync(async (AuthorityDetails authority) => (await authority.GetAsync()).ReceiptKey);
        var hash = ReceiptHasher.Hash(ReceiptCode.Parse(code)!.Digits, key);
        return await host.InDatabaseAsync(db => db.SurveyResponses.AsNoTracking().Include(r => r.Answers).SingleAsync(r => r.ReceiptHash == hash));
    }

    public static Task<string?> RevealAsync(this PracticeHost host, ProtectedText? text) =>
        host.WithAsync((PersonalDataProtector personalData) => Task.FromResult(personalData.Reveal(text)));

    public static string? TextOf(this SurveyResponse response, string questionKey) => response.Answers.SingleOrDefault(a => a.QuestionKey == questionKey)?.Text;

    public static int? ScoreOf(this SurveyResponse response, string questionKey) => response.Answers.SingleOrDefault(a => a.QuestionKey == questionKey)?.Score;
}
