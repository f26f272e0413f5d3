using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>What will be sent, word for word, what it costs, and the button that lets it go out.</summary>
public sealed class SendModel(
    PracticeDbContext db, InvitationPlanning planning, AuthorityDetails authority, IConfiguration configuration, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private const int FinancialYearFromMonth = 4;

    [BindProperty]
    public string? Seen { get; set; }

    public InvitationPlan Plan { get; private set; } = null!;

    public InvitationSettings Settings { get; private set; } = null!;

    public PlannedCounts Due => new(Plan.Due.Count(person => person.Outcome is InvitationDue), Plan.Due.Count(person => person.Outcome is ReminderDue));

    public IReadOnlyList<TextPreview> Texts { get; private set; } = [];

    public TextForecast Forecast { get; private set; } = null!;

    /// <summary>Texts that are due now, as they are charged.</summary>
    public int TextsNow { get; private set; }

    public int EmailsNow => Plan.Due.Count(person => person.Channel == MessageChannel.Email);

    public DateOnly YearFrom { get; private set; }

    /// <summary>Texts that have gone out since the first of April.</summary>
    public int SentThisYear { get; private set; }

    public static string Pounds(decimal pounds) => pounds.ToString("C", CultureInfo.GetCultureInfo("en-GB"));

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Seen != Plan.Mark || Due is { Invitations: 0, Reminders: 0 })
        {
            return Changed("The list has changed since you looked, or a colleague let it go out. Nothing was sent by you. Look at it as it is now");
        }

        try
        {
            var key = (await authority.GetAsync()).ContactKey;
            return Redirect(InvitationLinks.JustSent(await planning.KeepAsync(Plan, key, staff.For(), cancellation)));
        }
        catch (DbException)
        {
            // Somebody was taken out of a family in the same moment. What was kept before it is kept, and not due any more.
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            return Changed("Some of it could not be kept just now. What is below still waits");
        }
    }

    private PageResult Changed(string message)
    {
        ModelState.Clear();
        ModelState.AddModelError("seen", message);
        return this.PageWithErrors();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Settings = await db.InvitationSettings.AsNoTracking().SingleAsync(cancellation);
        Plan = await planning.MakeAsync(cancellation);
        Texts = [.. InvitationTexts.Languages.SelectMany(language => TextPreview.All(configuration, Request, language))];
        var segments = Texts.Max(text => text.Size.Segments);
        Forecast = TextForecast.Of(Plan.People.Where(person => person.Channel == MessageChannel.Sms).Sum(person => person.RoundsInAYear), segments, Settings);
        TextsNow = Plan.Due.Count(person => person.Channel == MessageChannel.Sms) * segments;
        var today = LocalTime.Today(clock);
        YearFrom = new DateOnly(today.Month < FinancialYearFromMonth ? today.Year - 1 : today.Year, FinancialYearFromMonth, 1);
        var since = LocalTime.ToUtc(YearFrom, TimeOnly.MinValue);
        SentThisYear = await db.OutgoingMessages.CountAsync(m => m.Channel == MessageChannel.Sms && m.SentAtUtc >= since, cancellation);
    }
}
