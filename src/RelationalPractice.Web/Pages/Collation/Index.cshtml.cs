using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class IndexModel(PracticeDbContext db, RawResponses raw, CurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = CollationLinks.Audience)]
    public string? AudienceChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.Tier)]
    public string? TierChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.After)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.JustRead)]
    public string? JustRead { get; set; }

    public DateOnly Today { get; private set; }

    public QueueFilter Filter { get; private set; } = new();

    public bool IsFiltered => Filter is not { Audience: null, Tier: null };

    public bool IsFirstPage { get; private set; }

    public QueueCounts Counts { get; private set; } = null!;

    public QueuePage Queue { get; private set; } = null!;

    /// <summary>What colleagues, and this reader, have open.</summary>
    public IReadOnlyDictionary<Guid, HeldResponse> Held { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, IReadOnlyList<RaisedReason>> Reasons { get; private set; } = null!;

    public string OpenInWords(HeldResponse held) =>
        held.StaffMemberId == staff.Id ? "You have this open" : $"{held.Name} has this open until {StaffWords.ClockOf(held.UntilUtc)}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = LocalTime.Today(clock);
        Filter = new QueueFilter(AudienceSlug.Parse(AudienceChosen), TierSlug.Parse(TierChosen));
        var after = QueuePosition.Parse(After);
        IsFirstPage = after is null;
        Counts = await ReadingQueue.CountAsync(db, Today, cancellation);
        Queue = await ReadingQueue.PageAsync(db, Filter, after, cancellation);
        Held = await ReadingClaims.HeldAsync(db, [.. Queue.Items.Select(item => item.ResponseId)], clock.GetUtcNow().UtcDateTime, cancellation);
        Reasons = await raw.ReasonsAsync([.. Queue.Items.Where(item => item.Raised).Select(item => item.ResponseId)], cancellation);
    }
}
