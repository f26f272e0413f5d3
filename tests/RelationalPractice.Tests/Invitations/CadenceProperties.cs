using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Invitations;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

/// <summary>Two years of one person, day by day, whatever their dates and the authority's settings.</summary>
public sealed class CadenceProperties
{
    private const int Days = 730;
    private static readonly DateOnly Epoch = new(2031, 1, 1);

    [Fact]
    public void TwoYears_DueDays_StrictlyIncreaseAndLieApart() => Check(life =>
    {
        var lived = life.Live();
        var due = lived.Invitations.Select(invitation => invitation.DueOn).ToList();
        due.Zip(due.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        var sent = lived.Invitations.Select(invitation => invitation.SentOn!.Value).ToList();
        sent.Zip(sent.Skip(1)).ShouldAllBe(pair => pair.Second.DayNumber - pair.First.DayNumber >= Cadence.ApartDays);
    });

    [Fact]
    public void TwoYears_EachRound_HasOneInvitationAndOneReminderAtMost() => Check(life =>
    {
        var lived = life.Live();
        lived.Invitations.Select(invitation => (invitation.Round, invitation.DueOn)).ShouldBeUnique();
        lived.Invitations.Count(invitation => invitation.Round == InvitationRound.Start).ShouldBeLessThanOrEqualTo(1);
        lived.Invitations.Count(invitation => invitation.Round == InvitationRound.AfterTheEnd).ShouldBeLessThanOrEqualTo(1);
        lived.Reminders.Select(reminder => reminder.Invitation).ShouldBeUnique();
    });

    [Fact]
    public void TwoYears_OptedOutOrPaused_HasNothing() => Check(life =>
    {
        var lived = life.Live();
        lived.Written.ShouldAllBe(day => life.OptedOutOn == null || day < life.OptedOutOn);
        lived.Written.ShouldAllBe(day => life.PausedFrom == null || day < life.PausedFrom || day >= life.PausedFrom.Value.AddDays(life.PausedDays));
    });

    [Fact]
    public void TwoYears_NothingHinders_EveryRoundHasItsInvitationOnItsDay() => Check(life =>
    {
        var free = life with { OptedOutOn = null, PausedFrom = null };
        var wanted = Cadence.Rounds(free.Case([]), life.Rules, Epoch, Epoch.AddDays(Days - 1)).ToList();

        var lived = free.Live();

        if (wanted.Zip(wanted.Skip(1)).All(pair => pair.Second.DueOn.DayNumber - pair.First.DueOn.DayNumber >= Cadence.ApartDays))
        {
            lived.Invitations.Select(invitation => new CadenceRound(invitation.Round, invitation.DueOn)).ShouldBe(wanted);
            lived.Invitations.ShouldAllBe(invitation => invitation.SentOn == invitation.DueOn);
        }
        else if (wanted[^1].DueOn.AddDays(Cadence.ApartDays) < Epoch.AddDays(Days))
        {
            // Involvement ended soon after a round: the last one waits until it is four weeks away.
            lived.Invitations.Select(invitation => new CadenceRound(invitation.Round, invitation.DueOn)).ShouldBe(wanted);
        }
    });

    [Fact]
    public void TwoYears_AnsweredByName_IsNotRemindedAfterIt() => Check(life =>
    {
        var lived = life.Live();
        lived.Reminders.ShouldAllBe(reminder => lived.Invitations.Single(invitation => invitation.Id == reminder.Invitation).AnsweredOn == null
            || lived.Invitations.Single(invitation => invitation.Id == reminder.Invitation).AnsweredOn > reminder.Day);
    });

    [Fact]
    public void TwoYears_Ended_HasNoReminderAndNothingButTheLast() => Check(life =>
    {
        if (life.EndedOn is not { } ended)
        {
            return;
        }

        var lived = life.Live();
        lived.Reminders.ShouldAllBe(reminder => reminder.Day <= ended);
        lived.Invitations.Where(invitation => invitation.SentOn > ended).ShouldAllBe(invitation => invitation.Round == InvitationRound.AfterTheEnd);
    });

    private static void Check(Action<Life> holds) => Prop.ForAll(Lives.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static readonly Gen<Life> Lives =
        from interval in Gen.Choose(2, 3)
        from own in Gen.Frequency((4, Gen.Constant((int?)null)), (1, Gen.Choose(2, 12).Select(months => (int?)months)))
        from first in Gen.Choose(0, InvitationSettings.FirstAfterDaysMax)
        from weeks in Gen.Choose(1, 12)
        from reminder in Gen.Elements(0, 7, 14, 42)
        from start in Gen.Choose(0, 500)
        from length in Maybe(Gen.Choose(0, 600))
        from optOut in Maybe(Gen.Choose(0, Days))
        from pause in Maybe(Gen.Choose(0, Days))
        from paused in Gen.Choose(1, 200)
        from answers in Gen.Choose(0, 60)
        select new Life(
            new CadenceRules(interval, first, weeks, reminder), own, Epoch.AddDays(start), length is null ? null : Epoch.AddDays(start + length.Value),
            optOut is null ? null : Epoch.AddDays(optOut.Value), pause is null ? null : Epoch.AddDays(pause.Value), paused, answers);

    private static Gen<int?> Maybe(Gen<int> number) => Gen.OneOf(Gen.Constant((int?)null), number.Select(value => (int?)value));

    /// <param name="AnswersAfter">Days after which every third invitation is answered by name.</param>
    private sealed record Life(
        CadenceRules Rules, int? Interval, DateOnly StartedOn, DateOnly? EndedOn, DateOnly? OptedOutOn, DateOnly? PausedFrom, int PausedDays, int AnswersAfter)
    {
        public CadenceCase Case(IReadOnlyList<EarlierInvitation> earlier) => new(StartedOn, EndedOn, Interval, null, false, true, null, earlier);

        public Lived Live()
        {
            var invitations = new List<EarlierInvitation>();
            var reminders = new List<(Guid Invitation, DateOnly Day)>();
            for (var day = Epoch; day < Epoch.AddDays(Days); day = day.AddDays(1))
            {
                for (var i = 0; i < invitations.Count; i += 3)
                {
                    if (invitations[i].SentOn!.Value.AddDays(AnswersAfter) == day)
                    {
                        invitations[i] = invitations[i] with { AnsweredOn = day };
                    }
                }

                var person = Case(invitations) with
                {
                    OptedOut = OptedOutOn <= day,
                    PausedUntil = PausedFrom <= day ? PausedFrom.Value.AddDays(PausedDays) : null,
                };
                switch (Cadence.On(day, person, Rules))
                {
                    case InvitationDue due:
                        invitations.Add(new EarlierInvitation(Guid.NewGuid(), due.Round, due.DueOn, day.AddDays(Invitation.LinkDays), day, false, false, null));
                        break;
                    case ReminderDue due:
                        var at = invitations.FindIndex(invitation => invitation.Id == due.InvitationId);
                        invitations[at] = invitations[at] with { Reminded = true };
                        reminders.Add((due.InvitationId, day));
                        break;
                }
            }

            return new Lived(invitations, reminders);
        }
    }

    private sealed record Lived(IReadOnlyList<EarlierInvitation> Invitations, IReadOnlyList<(Guid Invitation, DateOnly Day)> Reminders)
    {
        public IEnumerable<DateOnly> Written => Invitations.Select(invitation => invitation.SentOn!.Value).Concat(Reminders.Select(reminder => reminder.Day));
    }
}
