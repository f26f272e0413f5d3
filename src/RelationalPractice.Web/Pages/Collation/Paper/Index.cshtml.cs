using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Paper;

/// <summary>Paper forms between the post and the queue: those to check, those begun, and the questionnaires to type from.</summary>
public sealed class IndexModel(PracticeDbContext db, Questionnaires questionnaires, SealedContents sealing, TriageList triage, CurrentStaff staff) : PageModel
{
    public PaperDone? Done { get; private set; }

    public IReadOnlyList<WaitingPaper> ToCheck { get; private set; } = [];

    public IReadOnlyList<WaitingPaper> Begun { get; private set; } = [];

    /// <summary>Those that are asked now come first; an older form may still come back by post.</summary>
    public IReadOnlyList<KindOfPaper> Kinds { get; private set; } = [];

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        Done = Enum.TryParse<PaperDone>(done, out var known) && Enum.IsDefined(known) ? known : null;
        var forms = await db.PaperForms.AsNoTracking().ToListAsync(cancellation);
        var typists = await db.Users.Where(s => db.PaperForms.Any(f => f.TypedById == s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        var waiting = new List<WaitingPaper>();
        foreach (var form in forms)
        {
            waiting.Add(new WaitingPaper(form, typists[form.TypedById], form.TypedById == staff.Id, await IsRaisedAsync(form)));
        }

        var inOrder = waiting.OrderByDescending(paper => paper.IsRaised).ThenBy(paper => paper.Form.Label, StringComparer.InvariantCulture).ThenBy(paper => paper.Form.Id).ToList();
        ToCheck = [.. inOrder.Where(paper => paper.Form.IsTyped)];
        Begun = [.. inOrder.Where(paper => !paper.Form.IsTyped)];
        Kinds = await db.Questionnaires
            .OrderByDescending(q => q.Current).ThenBy(q => q.Audience).ThenBy(q => q.Language).ThenBy(q => q.Version).ThenBy(q => q.Id)
            .Select(q => new KindOfPaper(q.Id, q.Audience, q.Language, q.Version, q.Current))
            .ToListAsync(cancellation);
    }

    /// <summary>A form may tell of a child at risk while it waits, so it is weighed as the response will be.</summary>
    private async Task<bool> IsRaisedAsync(PaperForm form) =>
        sealing.Open(form.Ciphertext).Answers.Raised(await questionnaires.GetAsync(form.QuestionnaireId), await triage.GetAsync());
}

public sealed record WaitingPaper(PaperForm Form, string TypedBy, bool IsOwn, bool IsRaised);

public sealed record KindOfPaper(Guid QuestionnaireId, Audience Audience, string Language, string Version, bool IsCurrent)
{
    public string InWords => $"{StaffWords.Of(Audience)}, {System.Globalization.CultureInfo.GetCultureInfo(Language).EnglishName}, version {Version}";
}
