using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class HelpLineTests
{
    private static readonly DateOnly Checked = new(2031, 1, 1);

    private static readonly HelpLine Line = new("Somebody", "01632 960 123", "To talk.", "Day and night", ["young-person"], "somebody.example", Checked, "Tester");

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(90, false, true)]
    [InlineData(91, true, true)]
    [InlineData(180, true, true)]
    [InlineData(181, true, false)]
    public void Age_SinceItWasChecked_AsksForACheckThenHidesTheHours(int days, bool due, bool hours)
    {
        var today = Checked.AddDays(days);

        Line.CheckIsDue(today).ShouldBe(due);
        Line.HoursOn(today).ShouldBe(hours ? "Day and night" : null);
    }

    [Fact]
    public void IsFor_Audiences_AreThoseItNames()
    {
        Line.IsFor(Audience.YoungPerson).ShouldBeTrue();
        Line.IsFor(Audience.ParentCarer).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Audience.ParentCarer, "Samaritans")]
    [InlineData(Audience.YoungPerson, "Childline")]
    public void Seeds_EveryAudience_HasSomebodyToCall(Audience audience, string name) =>
        HelpLine.Seeds().Where(line => line.IsFor(audience)).Select(line => line.Name).ShouldContain(name);

    /// <summary>Wrong numbers harm: these stand in the domain reference, each with where it was looked up.</summary>
    [Fact]
    public void Seeds_Numbers_AreThoseLookedUp() =>
        HelpLine.Seeds().ToDictionary(line => line.Name, line => line.Telephone, StringComparer.Ordinal).ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Childline"] = "0800 1111",
                ["NSPCC"] = "0808 800 5000",
                ["National Domestic Abuse Helpline"] = "0808 2000 247",
                ["Men’s Advice Line"] = "0808 801 0327",
                ["Galop"] = "0800 999 5428",
                ["Samaritans"] = "116 123",
                ["Family Rights Group"] = "0808 801 0366",
                ["Coram Voice"] = "0808 800 5792",
                ["NYAS"] = "0808 808 1001",
            },
            ignoreOrder: true);

    [Fact]
    public void Seeds_EveryOne_SaysWhereAndByWhomItWasChecked() =>
        HelpLine.Seeds().ShouldAllBe(line => line.Source.Length > 3 && line.CheckedBy.Length > 3 && line.About.Length > 10 && line.Audiences.Count > 0);
}
