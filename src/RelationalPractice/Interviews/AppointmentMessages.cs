using System.Globalization;
using RelationalPractice.Anonymity;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Interviews;

/// <summary>Messages about an appointment. Bland, and short enough for one text: other people read telephones.</summary>
public static class AppointmentMessages
{
    public const string Subject = "Your appointment";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Booked(DateTime startsAtUtc) => $"Your appointment: {When(startsAtUtc)}. See it, move it or cancel it: {OutgoingMessage.LinkPlace}";

    public static string Reminder(DateTime startsAtUtc) => $"Your appointment is on {When(startsAtUtc)}. Move it or cancel it: {OutgoingMessage.LinkPlace}";

    public static string Cancelled(DateTime startsAtUtc, bool waitsAgain) => waitsAgain
        ? $"We had to cancel your appointment on {When(startsAtUtc)}. We will offer you another: {OutgoingMessage.LinkPlace}"
        : $"Your appointment on {When(startsAtUtc)} is cancelled: {OutgoingMessage.LinkPlace}";

    /// <summary>The last working day before, as early as messages go out.</summary>
    public static DateTime ReminderAt(DateTime startsAtUtc, SendingHours hours)
    {
        var day = DateOnly.FromDateTime(LocalTime.Of(startsAtUtc)).AddDays(-1);
        while (WorkingDays.After(day.AddDays(-1)) != day)
        {
            day = day.AddDays(-1);
        }

        return LocalTime.ToUtc(day, new TimeOnly(hours.FromHour, 0));
    }

    /// <summary>Whether a message can be sent there: a landline is rung.</summary>
    public static bool CanReach(string? contact) => TelephoneNumber.Parse(contact) is { TakesTexts: true } || EmailAddress.Parse(contact) is not null;

    private static string When(DateTime utc) => LocalTime.Of(utc).ToString("ddd d MMM, HH:mm", British);
}
