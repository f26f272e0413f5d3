using System.Globalization;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>How an appointment is said to families and staff alike.</summary>
public static class AppointmentWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>On the clock on the wall: "Tuesday 14 January 2031 at 10:30".</summary>
    public static string When(DateTime utc) => LocalTime.Of(utc).ToString("dddd d MMMM yyyy 'at' HH:mm", British);

    public static string HowLong(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} minutes",
        (1, 0) => "1 hour",
        (var hours, 0) => $"{hours} hours",
        var (hours, _) => $"{hours}½ hours",
    };

    public static string Of(InterviewWay way) => way switch
    {
        InterviewWay.Telephone => "By telephone",
        InterviewWay.Video => "By video call",
        InterviewWay.InPerson => "In person",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, message: null),
    };

    public static string Of(InterviewerKind? kind) => kind switch
    {
        null => "Either",
        InterviewerKind.ExpertByExperience => "Expert by experience",
        InterviewerKind.Practitioner => "Practitioner",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Of(InterviewerGender? gender) => gender switch
    {
        null => "Does not matter",
        InterviewerGender.Woman => "A woman",
        InterviewerGender.Man => "A man",
        _ => throw new ArgumentOutOfRangeException(nameof(gender), gender, message: null),
    };
}
