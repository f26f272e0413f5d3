using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>How often and when the authority asks, and what a text costs it.</summary>
public sealed class SettingsModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    public const string ByThemselves = "yes";
    public const string ByHand = "no";

    private readonly InlineValidator<SettingsModel> _rules = new()
    {
        v => v.RuleFor(m => m.IntervalMonths).Must(Within(InvitationSettings.ShortestInterval, InvitationSettings.LongestInterval))
            .WithMessage("Choose how many months lie between two rounds"),
        v => v.RuleFor(m => m.FirstAfterDays).Must(Within(0, InvitationSettings.FirstAfterDaysMax))
            .WithMessage($"The first invitation comes 0 to {InvitationSettings.FirstAfterDaysMax} days after the start"),
        v => v.RuleFor(m => m.AfterEndWeeks).Must(Within(1, InvitationSettings.AfterEndWeeksMax))
            .WithMessage($"The last invitation comes 1 to {InvitationSettings.AfterEndWeeksMax} weeks after the end"),
        v => v.RuleFor(m => m.ReminderAfterDays)
            .Must(typed => Number(typed) is 0 or (>= InvitationSettings.ReminderAfterDaysMin and <= InvitationSettings.ReminderAfterDaysMax))
            .WithMessage($"The reminder comes {InvitationSettings.ReminderAfterDaysMin} to {InvitationSettings.ReminderAfterDaysMax} days after the invitation. 0 is no reminder"),
        v => v.RuleFor(m => m.SendFromHour).Must(Within(InvitationSettings.EarliestHour, InvitationSettings.LatestHour - 1))
            .WithMessage($"Messages go out from an hour between {InvitationSettings.EarliestHour} and {InvitationSettings.LatestHour - 1}"),
        v => v.RuleFor(m => m.SendUntilHour).Must((m, typed) => Number(typed) is { } until && until <= InvitationSettings.LatestHour && until > (Number(m.SendFromHour) ?? 0))
            .WithMessage($"Messages stop at an hour after they begin, {InvitationSettings.LatestHour} at the latest"),
        v => v.RuleFor(m => m.Automatic).Must(typed => typed is ByThemselves or ByHand)
            .WithMessage("Choose whether invitations go out by themselves"),
        v => v.RuleFor(m => m.TextPrice).Must(typed => Price(typed) is >= 0 and <= InvitationSettings.TextPriceMax)
            .WithMessage($"The price of a text is a number of pence, such as 2.4, up to {InvitationSettings.TextPriceMax / 100}"),
        v => v.RuleFor(m => m.FreeTexts).Must(Within(0, InvitationSettings.FreeTextsMax))
            .WithMessage($"The free texts are a number up to {InvitationSettings.FreeTextsMax.ToString("N0", CultureInfo.InvariantCulture)}"),
    };

    [BindProperty]
    public string? IntervalMonths { get; set; }

    [BindProperty]
    public string? FirstAfterDays { get; set; }

    [BindProperty]
    public string? AfterEndWeeks { get; set; }

    [BindProperty]
    public string? ReminderAfterDays { get; set; }

    [BindProperty]
    public string? SendFromHour { get; set; }

    [BindProperty]
    public string? SendUntilHour { get; set; }

    [BindProperty]
    public string? Automatic { get; set; }

    /// <summary>In pence.</summary>
    [BindProperty]
    public string? TextPrice { get; set; }

    [BindProperty]
    public string? FreeTexts { get; set; }

    /// <summary>The settings as the form was filled from them.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty(SupportsGet = true, Name = "saved")]
    public bool JustSaved { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var settings = await db.InvitationSettings.AsNoTracking().SingleAsync(cancellation);
        Seen = settings.InWords();
        (IntervalMonths, FirstAfterDays, AfterEndWeeks, ReminderAfterDays) =
            (Typed(settings.IntervalMonths), Typed(settings.FirstAfterDays), Typed(settings.AfterEndWeeks), Typed(settings.ReminderAfterDays));
        (SendFromHour, SendUntilHour, FreeTexts) = (Typed(settings.SendFromHour), Typed(settings.SendUntilHour), Typed(settings.FreeTexts));
        TextPrice = (settings.TextPriceHundredthsOfPenny / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        Automatic = settings.Automatic ? ByThemselves : ByHand;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Holds the row: of two who save at the same moment the second sees what the first left.
        await db.InvitationSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Automatic, s => s.Automatic), cancellation);
        var settings = await db.InvitationSettings.SingleAsync(cancellation);
        if (settings.InWords() != Seen)
        {
            Seen = settings.InWords();
            ModelState.Remove(nameof(Seen));
            ModelState.AddModelError(nameof(Seen), $"A colleague changed these settings after you opened them. They are now: {Seen}. What you typed is still here. Save again if it should count");
            return this.PageWithErrors();
        }

        db.AuditEvents.Add(settings.Change(Wish(), staff.For()));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect(InvitationLinks.Settings(saved: true));
    }

    private InvitationSettings Wish() => new()
    {
        IntervalMonths = Number(IntervalMonths)!.Value,
        FirstAfterDays = Number(FirstAfterDays)!.Value,
        AfterEndWeeks = Number(AfterEndWeeks)!.Value,
        ReminderAfterDays = Number(ReminderAfterDays)!.Value,
        SendFromHour = Number(SendFromHour)!.Value,
        SendUntilHour = Number(SendUntilHour)!.Value,
        Automatic = Automatic == ByThemselves,
        TextPriceHundredthsOfPenny = Price(TextPrice)!.Value,
        FreeTexts = Number(FreeTexts)!.Value,
    };

    private static Func<string?, bool> Within(int least, int most) => typed => Number(typed) is { } number && number >= least && number <= most;

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Pence as typed, in hundredths.</summary>
    private static int? Price(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pence) && pence <= InvitationSettings.TextPriceMax
            ? (int)decimal.Round(pence * 100)
            : null;

    private static string Typed(int number) => number.ToString(CultureInfo.InvariantCulture);
}
