using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

/// <summary>What waits, what is booked, and how much is over. Of an interview that was held it shows the month alone.</summary>
public sealed class IndexModel(PracticeDbContext db, PersonalDataProtector personalData, TimeProvider clock) : PageModel
{
    private const int MostNotes = 20;

    public IReadOnlyList<WaitingWish> Waiting { get; private set; } = [];

    public IReadOnlyList<BookedWish> Booked { get; private set; } = [];

    public int Held { get; private set; }

    public int NotCome { get; private set; }

    public int Cancelled { get; private set; }

    public IReadOnlyList<(Month Month, bool Upset, string? Note)> Supported { get; private set; } = [];

    public bool IsPast(BookedWish booked) => booked.StartsAtUtc.AddMinutes(booked.Minutes) < clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Waiting = await db.InterviewRequests.Where(r => r.State == InterviewRequestState.Asked)
            .OrderBy(r => r.AskedOn).ThenBy(r => r.Id)
            .Select(r => new WaitingWish(r.Id, r.AskedOn, r.Audience, r.Way, r.WorkerLookedFor)).ToListAsync(cancellation);
        Booked = await (
            from interview in db.Interviews
            where interview.State == InterviewState.Booked
            join slot in db.InterviewSlots on interview.SlotId equals slot.Id
            join wish in db.InterviewRequests on interview.RequestId equals wish.Id
            join interviewer in db.Users on interview.InterviewerId equals interviewer.Id
            orderby slot.StartsAtUtc, interview.Id
            select new BookedWish(wish.Id, slot.StartsAtUtc, slot.Minutes, wish.Way, interviewer.DisplayName, interview.StatementConfirmed))
            .ToListAsync(cancellation);
        var over = await db.Interviews.GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancellation);
        (Held, NotCome, Cancelled) = (over.GetValueOrDefault(InterviewState.Held), over.GetValueOrDefault(InterviewState.NotCome), over.GetValueOrDefault(InterviewState.Cancelled));
        var notes = await db.Interviews.Where(i => i.State == InterviewState.Held && (i.Distress || i.SupportNote != null))
            .Join(db.InterviewSlots, i => i.SlotId, s => s.Id, (i, s) => new { i.Id, i.Distress, i.SupportNote, s.StartsAtUtc })
            .OrderByDescending(n => n.StartsAtUtc).ThenBy(n => n.Id).Take(MostNotes).ToListAsync(cancellation);
        Supported =
        [
            .. notes.OrderByDescending(n => MonthOf(n.StartsAtUtc)).ThenBy(n => n.Id)
                .Select(n => (MonthOf(n.StartsAtUtc), n.Distress, personalData.Reveal(n.SupportNote))),
        ];
    }

    private static Month MonthOf(DateTime utc) => Month.Of(DateOnly.FromDateTime(LocalTime.Of(utc)));
}

public sealed record WaitingWish(Guid Id, DateOnly AskedOn, Audience Audience, InterviewWay Way, bool WorkerLookedFor);

public sealed record BookedWish(Guid WishId, DateTime StartsAtUtc, int Minutes, InterviewWay Way, string Interviewer, bool Begun);
