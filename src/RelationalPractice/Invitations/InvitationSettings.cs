using System.Globalization;
using RelationalPractice.Auditing;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>How often and when the authority asks (the framework: at the beginning, every two to three months, after the end; by time only).</summary>
public sealed class InvitationSettings
{
    public const int OnlyId = 1;
    public const int ShortestInterval = 2;
    public const int LongestInterval = 3;

    /// <summary>For one family, which may want longer peace.</summary>
    public const int LongestFamilyInterval = 12;

    /// <summary>Longer, and it would run into the first round after it.</summary>
    public const int FirstAfterDaysMax = 28;

    public const int AfterEndWeeksMax = 26;
    public const int ReminderAfterDaysMin = 7;

    /// <summary>Longer, and it would run into the next round of a two-month interval.</summary>
    public const int ReminderAfterDaysMax = 42;

    public const int EarliestHour = 7;
    public const int LatestHour = 21;
    public const int TextPriceMax = 10_000;
    public const int FreeTextsMax = 1_000_000;

    public int Id { get; private init; } = OnlyId;

    /// <summary>Months between rounds: 2 or 3.</summary>
    public int IntervalMonths { get; set; } = LongestInterval;

    /// <summary>Days after the start of involvement on which the first invitation falls.</summary>
    public int FirstAfterDays { get; set; } = 7;

    /// <summary>Weeks after the end on which the last invitation falls: time to let things settle.</summary>
    public int AfterEndWeeks { get; set; } = 6;

    /// <summary>Days after the invitation on which the one reminder falls; 0 is no reminder.</summary>
    public int ReminderAfterDays { get; set; } = 14;

    /// <summary>The hour, on the clock in London, from which messages go out.</summary>
    public int SendFromHour { get; set; } = 9;

    /// <summary>The hour at which they stop.</summary>
    public int SendUntilHour { get; set; } = 18;

    /// <summary>Invitations that are due go out without anybody pressing a button.</summary>
    public bool Automatic { get; set; }

    /// <summary>What a text costs once the free ones are used up, in hundredths of a penny.</summary>
    public int TextPriceHundredthsOfPenny { get; set; } = 240;

    /// <summary>Texts a financial year that cost nothing (GOV.UK Notify gives a council 10,000).</summary>
    public int FreeTexts { get; set; } = 10_000;

    public SendingHours SendingHours() => new(SendFromHour, SendUntilHour);

    /// <param name="wish">What is wanted from now on.</param>
    /// <returns>The audit event to keep with the change; its reason says what it was changed to.</returns>
    public AuditEvent Change(InvitationSettings wish, ChangeContext context)
    {
        IntervalMonths = wish.IntervalMonths;
        FirstAfterDays = wish.FirstAfterDays;
        AfterEndWeeks = wish.AfterEndWeeks;
        ReminderAfterDays = wish.ReminderAfterDays;
        SendFromHour = wish.SendFromHour;
        SendUntilHour = wish.SendUntilHour;
        Automatic = wish.Automatic;
        TextPriceHundredthsOfPenny = wish.TextPriceHundredthsOfPenny;
        FreeTexts = wish.FreeTexts;
        return AuditEvent.Of(AuditEventKind.InvitationSettingsChanged, context with { Reason = wish.InWords() });
    }

    /// <summary>All of them in one line.</summary>
    public string InWords() => string.Create(
        CultureInfo.InvariantCulture,
        $"Every {IntervalMonths} months, first after {FirstAfterDays} days, last {AfterEndWeeks} weeks after the end, reminder after {ReminderAfterDays} days, from {SendFromHour}:00 to {SendUntilHour}:00, {(Automatic ? "by themselves" : "by hand")}, {FreeTexts} texts free, then {TextPriceHundredthsOfPenny} hundredths of a penny");
}
