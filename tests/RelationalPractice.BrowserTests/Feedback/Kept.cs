using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>What the product keeps of what a family did.</summary>
internal static class Kept
{
    /// <summary>The one response in which these words stand.</summary>
    public static Task<SurveyResponse> ResponseWithAsync(this PracticeSite site, string words) => site.ReadAsync(db =>
        db.SurveyResponses.AsNoTracking().Include(response => response.Answers).SingleAsync(response => response.Answers.Any(answer => answer.Text!.Contains(words))));

    public static Task<int> DraftsAsync(this PracticeSite site) => site.ReadAsync(db => db.Drafts.CountAsync());

    public static Task<int> ForgetDraftsAsync(this PracticeSite site) => site.ReadAsync(db => db.Drafts.ExecuteDeleteAsync());

    public static string? Reveal(this PracticeSite site, ProtectedText? text) => site.Services.GetRequiredService<PersonalDataProtector>().Reveal(text);
}
