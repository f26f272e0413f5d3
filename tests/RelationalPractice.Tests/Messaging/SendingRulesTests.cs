using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Anonymity;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public class SendingRulesTests
{
    private static readonly SendingHours Hours = new(9, 18);
    private static readonly DateTime TuesdayMorning = new(2031, 1, 14, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime TuesdayNight = new(2031, 1, 14, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Tuesday = new(2031, 1, 14);

    [Fact]
    public void Decide_NothingAgainstIt_Sends() => Decide(new SendingFacts()).ShouldBe(SendingDecision.Send);

    [Fact]
    public void Decide_EachReasonAgainstIt_CancelsWithItsWord()
    {
        Because(new SendingFacts { OptedOut = true }).ShouldBe(WhyNot.OptedOut);
        Because(new SendingFacts { NoLongerNeeded = true }).ShouldBe(WhyNot.NoLongerNeeded);
        Because(new SendingFacts { Answered = true }).ShouldBe(WhyNot.Answered);
        Because(new SendingFacts { MayBeReachedSo = false }).ShouldBe(WhyNot.MayNotBeReachedSo);
        Because(new SendingFacts { PausedUntil = Tuesday.AddDays(1) }).ShouldBe(WhyNot.Paused);
        Because(new SendingFacts { LastDay = Tuesday.AddDays(-1) }).ShouldBe(WhyNot.TooLate);
        Because(new SendingFacts { ExpiresAtUtc = TuesdayMorning }).ShouldBe(WhyNot.TooLate);
    }

    [Fact]
    public void Decide_AtTheBoundaries_Sends()
    {
        Decide(new SendingFacts { PausedUntil = Tuesday }).ShouldBe(SendingDecision.Send);
        Decide(new SendingFacts { LastDay = Tuesday }).ShouldBe(SendingDecision.Send);
        Decide(new SendingFacts { ExpiresAtUtc = TuesdayMorning.AddSeconds(1) }).ShouldBe(SendingDecision.Send);
    }

    [Fact]
    public void Decide_InTheNight_WaitsOrComesTooLate()
    {
        SendingRules.Decide(new SendingFacts(), Hours, TuesdayNight).NotBeforeUtc.ShouldBe(TuesdayNight.Date.AddHours(9));
        SendingRules.Decide(new SendingFacts { ExpiresAtUtc = TuesdayNight.AddHours(2) }, Hours, TuesdayNight).CancelBecause.ShouldBe(WhyNot.TooLate);
        SendingRules.Decide(new SendingFacts { OptedOut = true }, Hours, TuesdayNight).CancelBecause.ShouldBe(WhyNot.OptedOut);
    }

    [Fact]
    public void Decide_AnyMinuteOfTwoYears_NeverSendsOutsideTheHoursAndSoonSends() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from minutes in Gen.Choose(0, 2 * 366 * 24 * 60)
         from safe in Gen.Elements(Enum.GetValues<SafeHours>())
         select (At: new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes), safe)).ToArbitrary(),
        moment =>
        {
            var decision = SendingRules.Decide(new SendingFacts { Safe = moment.safe }, Hours, moment.At);
            var sendsAt = decision.NotBeforeUtc ?? moment.At;
            LocalTime.Of(sendsAt).Hour.ShouldBeInRange(9, 19);
            LocalTime.Of(sendsAt).DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
            (sendsAt - moment.At).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(6));
            SendingRules.Decide(new SendingFacts { Safe = moment.safe }, Hours, sendsAt).ShouldBe(SendingDecision.Send);
        }));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(OutgoingMessage.AttemptsMax, 360)]
    public void WaitAfter_EachTry_IsTwiceAsLongUpToSixHoursAndAQuarterMoreByChance(int attempts, int minutes)
    {
        SendingRules.WaitAfter(attempts, byte.MinValue).ShouldBe(TimeSpan.FromMinutes(minutes));
        SendingRules.WaitAfter(attempts, byte.MaxValue).ShouldBe(TimeSpan.FromMinutes(minutes * 1.25));
    }

    private static SendingDecision Decide(SendingFacts facts) => SendingRules.Decide(facts, Hours, TuesdayMorning);

    private static string? Because(SendingFacts facts) => Decide(facts).CancelBecause;
}
