using System.Globalization;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>How staff pages say what the model holds.</summary>
public static class StaffWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Audience audience) => audience switch
    {
        Audience.ParentCarer => "Parent or carer",
        Audience.YoungPerson => "Young person",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, message: null),
    };

    public static string Of(Tier tier) => tier switch
    {
        Tier.Named => "Named",
        Tier.WorkerOnly => "Worker’s name only",
        Tier.Anonymous => "Anonymous",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, message: null),
    };

    public static string Of(Role role) => role switch
    {
        Role.Administrator => "Administrator",
        Role.QualityAssurance => "Quality assurance",
        Role.Manager => "Manager",
        Role.Worker => "Social worker",
        Role.Interviewer => "Interviewer",
        Role.Facilitator => "Focus group facilitator",
        Role.BoardMember => "Board member",
        Role.SeniorManager => "Senior manager",
        Role.DataProtectionOfficer => "Data-protection officer",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>The day staff saw on their own clock.</summary>
    public static string DayOf(DateTime utc) => Of(DateOnly.FromDateTime(OnOurClock(utc)));

    /// <summary>Day and time on their own clock.</summary>
    public static string TimeOf(DateTime utc) => OnOurClock(utc).ToString("d MMMM yyyy, HH:mm", British);

    /// <summary>The time alone, such as 14:20.</summary>
    public static string ClockOf(DateTime utc) => OnOurClock(utc).ToString("HH:mm", British);

    private static DateTime OnOurClock(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
}
