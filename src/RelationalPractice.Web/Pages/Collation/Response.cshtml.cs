using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class ResponseModel(PracticeDbContext db, RawResponses raw, PersonalDataProtector personalData, CurrentStaff staff) : PageModel
{
    public const string OpenNext = "next";

    [BindProperty(SupportsGet = true, Name = CollationLinks.Audience)]
    public string? AudienceChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.Tier)]
    public string? TierChosen { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    public QueueFilter Filter => new(AudienceSlug.Parse(AudienceChosen), TierSlug.Parse(TierChosen));

    public RawResponse Raw { get; private set; } = null!;

    public SurveyResponse Opened => Raw.Response;

    public Questionnaire Questionnaire => Raw.Questionnaire;

    public IReadOnlyList<ReadQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<RaisedReason> Reasons { get; private set; } = [];

    /// <summary>The worker or team whose own link the family came by.</summary>
    public string? CameByLinkOf { get; private set; }

    /// <summary>The colleague who marked it as read before this reader did.</summary>
    public FirstReader? ReadFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        Raw = opened;
        Questions = opened.Questions;
        Reasons = await raw.ReasonsAsync(opened);
        CameByLinkOf = opened.Response is WorkerResponse spoken ? await CameByLinkOfAsync(spoken, cancellation) : null;
        return Page();
    }

    /// <summary>Marks it as read. Doing so again changes nothing; after a colleague did, it says who.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is not { } response)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        var position = response.ReadBy is { } readBy ? new QueuePosition(response.Raised, readBy, id) : null;
        if (response.MarkRead(staff.For()) is { } marked)
        {
            db.AuditEvents.Add(marked);
            await SaveUnlessChangedMeanwhileAsync(cancellation);
        }

        await ReadingClaims.ReleaseAsync(db, id, staff.Id, untilUtc: null, cancellation);
        var onward = await OnwardAsync(position, cancellation);
        ReadFirst = await ReadFirstAsync(id, onward, cancellation);
        return ReadFirst is null ? Redirect(onward) : await OnGetAsync(id, cancellation);
    }

    public string? Reveal(ProtectedText? text) => personalData.Reveal(text);

    private async Task<string?> CameByLinkOfAsync(WorkerResponse response, CancellationToken cancellation) =>
        await db.Workers.Where(w => w.Id == response.WorkerId).Select(w => w.Name + ", " + w.Team!.Name).SingleOrDefaultAsync(cancellation)
        ?? await db.Teams.Where(t => t.Id == response.TeamId).Select(t => t.Name).SingleOrDefaultAsync(cancellation);

    private Task<FirstReader?> ReadFirstAsync(Guid id, string goOnTo, CancellationToken cancellation) => db.AuditEvents
        .Where(e => e.SubjectId == id && e.Kind == AuditEventKind.ResponseRead && e.ActorId != staff.Id)
        .Join(db.Users, e => e.ActorId, s => (Guid?)s.Id, (e, s) => new FirstReader(s.DisplayName, e.AtUtc, goOnTo))
        .FirstOrDefaultAsync(cancellation);

    private async Task SaveUnlessChangedMeanwhileAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague marked it first, or the family took it back: either way it waits for nobody any more.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<string> OnwardAsync(QueuePosition? position, CancellationToken cancellation)
    {
        if (Then == OpenNext && await ReadingQueue.PageAsync(db, Filter, position, cancellation) is { Items: [var next, ..] })
        {
            return CollationLinks.Response(next.ResponseId, Filter);
        }

        return CollationLinks.Queue(Filter, justRead: true);
    }
}

/// <param name="GoOnTo">Where the reader wanted to go next.</param>
public sealed record FirstReader(string Name, DateTime AtUtc, string GoOnTo);
