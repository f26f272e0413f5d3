using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Interviews;

public sealed class AppointmentMessagesTests
{
    private const int OneText = 160;

    // As long as a council's address gets, with the code.
    private const string Link = "https://feedback.brighton-hove.gov.uk/interview/23456789CDFGHJKMNP";

    private static readonly SendingHours Hours = new(9, 18);

    [Theory]
    [InlineData("2031-01-15T14:00", "2031-01-14T09:00")]
    [InlineData("2031-01-20T09:00", "2031-01-17T09:00")]
    [InlineData("2031-12-29T10:00", "2031-12-24T09:00")]
    [InlineData("2031-03-31T09:00", "2031-03-28T09:00")]
    [InlineData("2031-07-15T09:00", "2031-07-14T08:00")]
    public void ReminderAt_AnyDay_IsTheLastWorkingDayBefore(string startsAtUtc, string expected)
    {
        var at = AppointmentMessages.ReminderAt(Utc(startsAtUtc), Hours);

        at.ShouldBe(Utc(expected));
        Hours.Allows(at, SafeHours.Any).ShouldBeTrue();
    }

    [Fact]
    public void Bodies_LongestDay_FitOneTextAndSayNothing()
    {
        var at = Utc("2031-09-24T17:30");
        string[] bodies = [AppointmentMessages.Booked(at), AppointmentMessages.Reminder(at), AppointmentMessages.Cancelled(at, waitsAgain: true), AppointmentMessages.Cancelled(at, waitsAgain: false)];

        bodies.ShouldAllBe(body => body.Replace(OutgoingMessage.LinkPlace, Link).Length <= OneText);
        bodies.ShouldAllBe(body => body.All(char.IsAscii));
        bodies.ShouldAllBe(body => body.Contains("Wed 24 Sep") && body.Contains("18:30"));
    }

    [Theory]
    [InlineData("07700 900123", true)]
    [InlineData("name@example.org", true)]
    [InlineData("01632 960123", false)]
    [InlineData(null, false)]
    public void CanReach_Contact_IsWhatTakesMessages(string? contact, bool can) => AppointmentMessages.CanReach(contact).ShouldBe(can);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
