using RelationalPractice.Invitations;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class CadenceTests
{
    private static readonly CadenceRules Rules = new(IntervalMonths: 3, FirstAfterDays: 7, AfterEndWeeks: 6, ReminderAfterDays: 14);
    private static readonly DateOnly Start = new(2031, 1, 31);

    [Theory]
    [InlineData("2031-02-06", null)]
    [InlineData("2031-02-07", InvitationRound.Start)]
    [InlineData("2031-04-29", InvitationRound.Start)]
    [InlineData("2031-04-30", InvitationRound.During)]
    public void On_NothingSentYet_TheLatestRoundIsDueFromItsDay(string day, InvitationRound? round) =>
        RoundOn(Day(day), Case()).ShouldBe(round);

    [Fact]
    public void Rounds_StartOnAMonthsLastDay_KeepToMonthEndsAndNeverDrift() =>
        Cadence.Rounds(Case(), Rules with { IntervalMonths = 2 }, Start, Start.AddMonths(14)).Select(round => round.DueOn).ShouldBe(
        [
            new(2031, 2, 7), new(2031, 3, 31), new(2031, 5, 31), new(2031, 7, 31), new(2031, 9, 30), new(2031, 11, 30),
            new(2032, 1, 31), new(2032, 3, 31),
        ]);

    [Theory]
    [InlineData(2031, "2032-02-29")]
    [InlineData(2030, "2031-02-28")]
    public void Rounds_IntoFebruary_FallOnItsLastDay(int year, string due) =>
        Cadence.Rounds(Case() with { StartedOn = new DateOnly(year, 11, 30) }, Rules, new DateOnly(year + 1, 2, 1), new DateOnly(year + 1, 3, 1))
            .ShouldHaveSingleItem().DueOn.ShouldBe(Day(due));

    [Fact]
    public void Rounds_StartOnALeapDay_FollowTheDayAsFarAsMonthsHaveIt() =>
        Cadence.Rounds(Case() with { StartedOn = new DateOnly(2032, 2, 29), IntervalMonths = 12 }, Rules, new DateOnly(2033, 1, 1), new DateOnly(2036, 12, 31))
            .Select(round => round.DueOn).ShouldBe([new(2033, 2, 28), new(2034, 2, 28), new(2035, 2, 28), new(2036, 2, 29)]);

    [Fact]
    public void On_FamilysOwnInterval_CountsInsteadOfTheAuthoritys() =>
        Cadence.On(new DateOnly(2031, 7, 31), Case() with { IntervalMonths = 6 }, Rules).ShouldBe(new InvitationDue(InvitationRound.During, new(2031, 7, 31)));

    [Fact]
    public void On_SeveralRoundsMissed_OnlyTheLatestIsDue() =>
        Cadence.On(new DateOnly(2032, 1, 2), Case(), Rules).ShouldBe(new InvitationDue(InvitationRound.During, new(2031, 10, 31)));

    [Theory]
    [InlineData("2031-05-02", null)]
    [InlineData("2031-06-11", null)]
    [InlineData("2031-06-12", "2031-06-12")]
    [InlineData("2031-09-11", "2031-06-12")]
    [InlineData("2031-09-12", null)]
    public void On_AfterTheEnd_OnlyTheOneSomeWeeksLaterIsDueUntilItIsTooLate(string day, string? due) =>
        DueOn(Day(day), Case() with { EndedOn = new DateOnly(2031, 5, 1) }).ShouldBe(due is null ? null : Day(due));

    [Fact]
    public void On_LastDayOfInvolvement_IsStillDuringIt() =>
        Cadence.On(new DateOnly(2031, 4, 30), Case() with { EndedOn = new DateOnly(2031, 4, 30) }, Rules).ShouldBe(new InvitationDue(InvitationRound.During, new(2031, 4, 30)));

    [Fact]
    public void On_EndedBeforeTheFirstRound_IsAskedOnceAfterTheEnd() =>
        Cadence.Rounds(Case() with { EndedOn = Start.AddDays(2) }, Rules, Start, Start.AddYears(2))
            .ShouldHaveSingleItem().ShouldBe(new CadenceRound(InvitationRound.AfterTheEnd, Start.AddDays(2 + 42)));

    [Theory]
    [InlineData("2031-02-20", null)]
    [InlineData("2031-02-21", "reminder")]
    [InlineData("2031-04-23", "reminder")]
    [InlineData("2031-04-24", null)]
    public void On_SentAndNotAnswered_IsRemindedOnceButNotJustBeforeTheNextRound(string day, string? due) =>
        (Cadence.On(Day(day), Asked(sentOn: "2031-02-07"), Rules) is ReminderDue ? "reminder" : null).ShouldBe(due);

    [Fact]
    public void On_Reminded_IsNotRemindedAgain() =>
        Cadence.On(new DateOnly(2031, 3, 1), Asked(sentOn: "2031-02-07", reminded: true), Rules).ShouldBe(new NotDue(NotDueReason.NotYet, new DateOnly(2031, 4, 30)));

    [Fact]
    public void On_AnsweredByName_IsNotReminded() =>
        Cadence.On(new DateOnly(2031, 3, 1), Asked(sentOn: "2031-02-07", answeredOn: "2031-02-09"), Rules).ShouldBeOfType<NotDue>();

    [Fact]
    public void On_InvolvementEnded_IsNotReminded()
    {
        var person = Asked(sentOn: "2031-02-07") with { EndedOn = new DateOnly(2031, 2, 20) };

        Cadence.On(new DateOnly(2031, 2, 21), person, Rules).ShouldBe(new NotDue(NotDueReason.NotYet, new DateOnly(2031, 4, 3)));
    }

    [Fact]
    public void On_RulesWithoutReminders_SayTheSameWhetherAnsweredOrNot()
    {
        foreach (var day in Enumerable.Range(0, 400).Select(Start.AddDays))
        {
            Cadence.On(day, Asked(sentOn: "2031-02-07", answeredOn: "2031-02-09"), Rules.WithoutReminders())
                .ShouldBe(Cadence.On(day, Asked(sentOn: "2031-02-07"), Rules.WithoutReminders()));
        }
    }

    [Fact]
    public void On_SentLate_TheNextRoundWaitsUntilItIsFourWeeksAway()
    {
        var person = Asked(sentOn: "2031-04-20", reminded: true);

        Cadence.On(new DateOnly(2031, 5, 17), person, Rules).ShouldBe(new NotDue(NotDueReason.TooSoon, new DateOnly(2031, 5, 18)));
        Cadence.On(new DateOnly(2031, 5, 18), person, Rules).ShouldBe(new InvitationDue(InvitationRound.During, new(2031, 4, 30)));
    }

    [Fact]
    public void On_WrittenToAboutAnotherFamily_WaitsAWeek()
    {
        var person = Case() with { LastElsewhere = new DateOnly(2031, 2, 5) };

        Cadence.On(new DateOnly(2031, 2, 11), person, Rules).ShouldBe(new NotDue(NotDueReason.TooSoon, new DateOnly(2031, 2, 12)));
        Cadence.On(new DateOnly(2031, 2, 12), person, Rules).ShouldBeOfType<InvitationDue>();
    }

    [Fact]
    public void On_MessageStillWaitsToGoOut_NothingElseIsDue() =>
        Cadence.On(new DateOnly(2031, 6, 1), Asked(sentOn: null, onItsWay: true), Rules).ShouldBe(new NotDue(NotDueReason.OnItsWay, Next: null));

    [Fact]
    public void On_GivenUp_TheRoundIsOverAndTheNextOneComes()
    {
        Cadence.On(new DateOnly(2031, 3, 1), Asked(sentOn: null), Rules).ShouldBe(new NotDue(NotDueReason.NotYet, new DateOnly(2031, 4, 30)));
        Cadence.On(new DateOnly(2031, 4, 30), Asked(sentOn: null), Rules).ShouldBeOfType<InvitationDue>();
    }

    [Fact]
    public void On_OptedOutOrNoChannel_NothingIsEverDue()
    {
        Cadence.On(new DateOnly(2031, 2, 7), Case() with { OptedOut = true }, Rules).ShouldBe(new NotDue(NotDueReason.OptedOut, Next: null));
        Cadence.On(new DateOnly(2031, 2, 7), Case() with { HasChannel = false }, Rules).ShouldBe(new NotDue(NotDueReason.NoChannel, Next: null));
    }

    [Fact]
    public void On_Paused_TheRoundWaitsForItsEnd()
    {
        var person = Case() with { PausedUntil = new DateOnly(2031, 3, 3) };

        Cadence.On(new DateOnly(2031, 3, 2), person, Rules).ShouldBe(new NotDue(NotDueReason.Paused, new DateOnly(2031, 3, 3)));
        Cadence.On(new DateOnly(2031, 3, 3), person, Rules).ShouldBeOfType<InvitationDue>();
    }

    [Fact]
    public void On_ClockSetBack_NothingIsDueASecondTime()
    {
        foreach (var day in Enumerable.Range(0, 30).Select(back => new DateOnly(2031, 2, 7).AddDays(-back)))
        {
            Cadence.On(day, Asked(sentOn: "2031-02-07"), Rules).ShouldBeOfType<NotDue>();
        }
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(3)]
    public void On_StartCorrectedAfterTheInvitation_TheSameRoundIsNotAskedAgain(int days)
    {
        var person = Asked(sentOn: "2031-02-07", reminded: true) with { StartedOn = Start.AddDays(days) };

        foreach (var day in Enumerable.Range(0, 70).Select(new DateOnly(2031, 2, 7).AddDays))
        {
            Cadence.On(day, person, Rules).ShouldBeOfType<NotDue>();
        }
    }

    [Fact]
    public void On_InvolvementTakenUpAgain_BeginsAnew()
    {
        var again = new DateOnly(2032, 1, 1);
        var ended = new EarlierInvitation(Guid.Empty, InvitationRound.AfterTheEnd, new(2031, 11, 1), new(2032, 2, 1), new DateOnly(2031, 11, 1), false, false, null);

        Cadence.On(again.AddDays(7), Case() with { StartedOn = again, Earlier = [ended] }, Rules).ShouldBe(new InvitationDue(InvitationRound.Start, again.AddDays(7)));
    }

    private static InvitationRound? RoundOn(DateOnly day, CadenceCase person) => (Cadence.On(day, person, Rules) as InvitationDue)?.Round;

    private static DateOnly? DueOn(DateOnly day, CadenceCase person) => (Cadence.On(day, person, Rules) as InvitationDue)?.DueOn;

    private static CadenceCase Case() => new(Start, EndedOn: null, IntervalMonths: null, PausedUntil: null, OptedOut: false, HasChannel: true, LastElsewhere: null, []);

    private static CadenceCase Asked(string? sentOn, bool onItsWay = false, bool reminded = false, string? answeredOn = null)
    {
        var due = Start.AddDays(Rules.FirstAfterDays);
        return Case() with
        {
            Earlier =
            [
                new EarlierInvitation(
                    new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), InvitationRound.Start, due, due.AddDays(Invitation.LinkDays),
                    sentOn is null ? null : Day(sentOn), onItsWay, reminded, answeredOn is null ? null : Day(answeredOn)),
            ],
        };
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
