using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation.Paper;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Collation.Paper;

internal static class Papers
{
    public const string Ready = "Ready to be checked";
    public const string Later = "Save and go on later";
    public const string Send = "It is as on the paper: send it";

    public static Task<Guid> QuestionnaireAsync(this StaffSite site, Audience audience = Audience.ParentCarer) =>
        site.InDatabaseAsync(db => db.Questionnaires.Where(q => q.Audience == audience && q.Current).Select(q => q.Id).SingleAsync());

    /// <summary>Types a form as far as its button says, and gives the page that comes of it.</summary>
    public static async Task<Page> TypeAsync(
        this PageClient reader, StaffSite site, string label, Tier tier, string button = Ready, Audience audience = Audience.ParentCarer,
        params (string Field, string? Value)[] fields)
    {
        await reader.GetAsync(PaperLinks.Type(await site.QuestionnaireAsync(audience)));
        return await reader.SubmitAsync(button, [(PaperEntry.LabelField, label), (PaperEntry.TierField, TierSlug.Of(tier)), .. fields]);
    }

    public static Task<PaperForm?> FormAsync(this StaffSite site, string label) =>
        site.InDatabaseAsync(db => db.PaperForms.AsNoTracking().SingleOrDefaultAsync(f => f.Label == label));

    public static async Task<DraftContents> ContentsAsync(this StaffSite site, string label) =>
        site.Services.GetRequiredService<SealedContents>().Open((await site.FormAsync(label))!.Ciphertext);

    /// <summary>The one response in which these words stand.</summary>
    public static Task<SurveyResponse?> ResponseSayingAsync(this StaffSite site, string words) => site.InDatabaseAsync(db =>
        db.SurveyResponses.AsNoTracking().Include(r => r.Answers).SingleOrDefaultAsync(r => r.Answers.Any(a => a.Text == words)));
}
