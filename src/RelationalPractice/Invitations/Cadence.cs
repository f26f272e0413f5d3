namespace RelationalPractice.Invitations;

/// <summary>
/// When one person in one family is asked, by time only: at the start, every few months from the day of the start, once some weeks after
/// the end, and at most one reminder a round. Of missed rounds only the latest counts.
/// </summary>
public static class Cadence
{
    /// <summary>Between two invitations to one person about one family.</summary>
    public const int ApartDays = 28;

    /// <summary>Between messages to one person who has a place in two families, and between a reminder and the next round.</summary>
    public const int ElsewhereApartDays = 7;

    /// <summary>What is due on a day, or why nothing is and when something will be.</summary>
    public static CadenceOutcome On(DateOnly today, CadenceCase person, CadenceRules rules)
    {
        if (person.OptedOut)
        {
            return new NotDue(NotDueReason.OptedOut, Next: null);
        }

        if (!person.HasChannel)
        {
            return new NotDue(NotDueReason.NoChannel, Next: null);
        }

        if (person.PausedUntil is { } until && today < until)
        {
            return new NotDue(NotDueReason.Paused, NextFrom(until, person with { PausedUntil = null }, rules));
        }

        if (person.Earlier.Any(earlier => earlier.OnItsWay))
        {
            return new NotDue(NotDueReason.OnItsWay, Next: null);
        }

        return Current(today, person, rules) is { } round && !IsKept(round, person)
            ? Spaced(today, new InvitationDue(round.Round, round.DueOn), InvitationFrom(person))
            : Reminder(today, person, rules) ?? Waiting(today, person, rules);
    }

    /// <summary>Every round that falls between two days, both included, as long as nothing changes.</summary>
    public static IEnumerable<CadenceRound> Rounds(CadenceCase person, CadenceRules rules, DateOnly from, DateOnly until) =>
        All(person, rules).SkipWhile(round => round.DueOn < from).TakeWhile(round => round.DueOn <= until);

    /// <summary>The round that a day belongs to: the latest that has fallen and, after the end, is not over.</summary>
    private static CadenceRound? Current(DateOnly today, CadenceCase person, CadenceRules rules)
    {
        if (person.EndedOn is { } ended && today > ended)
        {
            var last = AfterTheEnd(ended, rules);
            return last.DueOn <= today && today < last.DueOn.AddMonths(Interval(person, rules)) ? last : null;
        }

        return All(person, rules).TakeWhile(round => round.DueOn <= today).LastOrDefault();
    }

    // Counted from the start each time: 31 January, 28 February, 31 March. Adding to the round before would drift.
    private static IEnumerable<CadenceRound> All(CadenceCase person, CadenceRules rules)
    {
        var ended = person.EndedOn ?? DateOnly.MaxValue;
        var first = person.StartedOn.AddDays(rules.FirstAfterDays);
        if (first <= ended)
        {
            yield return new CadenceRound(InvitationRound.Start, first);
        }

        for (var months = Interval(person, rules); ; months += Interval(person, rules))
        {
            var due = person.StartedOn.AddMonths(months);
            if (due > ended || due.Year >= DateOnly.MaxValue.Year - 1)
            {
                break;
            }

            if (due > first)
            {
                yield return new CadenceRound(InvitationRound.During, due);
            }
        }

        if (person.EndedOn is { } end)
        {
            yield return AfterTheEnd(end, rules);
        }
    }

    private static CadenceRound AfterTheEnd(DateOnly ended, CadenceRules rules) =>
        new(InvitationRound.AfterTheEnd, ended.AddDays(rules.AfterEndWeeks * 7));

    private static int Interval(CadenceCase person, CadenceRules rules) => person.IntervalMonths ?? rules.IntervalMonths;

    /// <summary>
    /// Asked in this round already: on its day or a later one, or about the same day, for a corrected start of involvement moves every
    /// round by as much.
    /// </summary>
    private static bool IsKept(CadenceRound round, CadenceCase person) => person.Earlier.Any(earlier =>
        earlier.DueOn >= round.DueOn
        || (earlier.Round == round.Round && earlier.DueOn.AddDays(ApartDays) > round.DueOn)
        || (round.Round == InvitationRound.AfterTheEnd && earlier.Round == InvitationRound.AfterTheEnd && earlier.DueOn >= person.StartedOn));

    private static CadenceOutcome? Reminder(DateOnly today, CadenceCase person, CadenceRules rules)
    {
        if (rules.ReminderAfterDays == 0 || person.EndedOn < today
            || person.Earlier.MaxBy(earlier => earlier.DueOn) is not { SentOn: { } sent, AnsweredOn: null, Reminded: false } last)
        {
            return null;
        }

        var due = sent.AddDays(rules.ReminderAfterDays);
        var latest = Rounds(person, rules, last.DueOn.AddDays(1), DateOnly.MaxValue).FirstOrDefault() is { } next
            ? next.DueOn.AddDays(-ElsewhereApartDays)
            : person.EndedOn ?? DateOnly.MaxValue;
        if (latest < due || latest < today || last.ExpiresOn < today)
        {
            return null;
        }

        return Spaced(today, new ReminderDue(last.Id, last.DueOn), Later(due, Elsewhere(person)));
    }

    private static CadenceOutcome Spaced(DateOnly today, CadenceOutcome due, DateOnly from) =>
        today >= from ? due : new NotDue(due is ReminderDue ? NotDueReason.NotYet : NotDueReason.TooSoon, from);

    private static DateOnly InvitationFrom(CadenceCase person) => Later(
        person.Earlier.Max(earlier => earlier.SentOn)?.AddDays(ApartDays) ?? DateOnly.MinValue,
        Elsewhere(person));

    private static DateOnly Elsewhere(CadenceCase person) => person.LastElsewhere?.AddDays(ElsewhereApartDays) ?? DateOnly.MinValue;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static NotDue Waiting(DateOnly today, CadenceCase person, CadenceRules rules)
    {
        var next = All(person, rules).FirstOrDefault(round => round.DueOn > today && !IsKept(round, person));
        return new NotDue(next is null ? NotDueReason.Over : NotDueReason.NotYet, next?.DueOn);
    }

    private static DateOnly? NextFrom(DateOnly day, CadenceCase person, CadenceRules rules) =>
        On(day, person, rules) is NotDue later ? later.Next : day;
}

/// <summary>What <see cref="Cadence"/> knows of one person in one family.</summary>
/// <param name="EndedOn">The last day of involvement.</param>
/// <param name="IntervalMonths">Of this family alone; null is the authority's.</param>
/// <param name="PausedUntil">The later of the family's pause and the person's: the first day on which something may be sent.</param>
/// <param name="LastElsewhere">When this person was last written to about another family.</param>
public sealed record CadenceCase(
    DateOnly StartedOn,
    DateOnly? EndedOn,
    int? IntervalMonths,
    DateOnly? PausedUntil,
    bool OptedOut,
    bool HasChannel,
    DateOnly? LastElsewhere,
    IReadOnlyList<EarlierInvitation> Earlier);

/// <param name="SentOn">Null when it has not gone out.</param>
/// <param name="OnItsWay">It, or its reminder, waits to go out.</param>
/// <param name="Reminded">There is a reminder, whatever became of it.</param>
public sealed record EarlierInvitation(
    Guid Id, InvitationRound Round, DateOnly DueOn, DateOnly ExpiresOn, DateOnly? SentOn, bool OnItsWay, bool Reminded, DateOnly? AnsweredOn);

/// <summary>What of <see cref="InvitationSettings"/> the cadence goes by.</summary>
public sealed record CadenceRules(int IntervalMonths, int FirstAfterDays, int AfterEndWeeks, int ReminderAfterDays)
{
    public static CadenceRules Of(InvitationSettings settings) =>
        new(settings.IntervalMonths, settings.FirstAfterDays, settings.AfterEndWeeks, settings.ReminderAfterDays);

    /// <summary>For whoever must not learn whether somebody answered: a reminder that is missing would say so.</summary>
    public CadenceRules WithoutReminders() => this with { ReminderAfterDays = 0 };
}

public sealed record CadenceRound(InvitationRound Round, DateOnly DueOn);

public abstract record CadenceOutcome;

public sealed record InvitationDue(InvitationRound Round, DateOnly DueOn) : CadenceOutcome;

/// <param name="InvitationId">The one that was sent and not answered by name.</param>
public sealed record ReminderDue(Guid InvitationId, DateOnly DueOn) : CadenceOutcome;

/// <param name="Next">The first day on which something may be due as things stand; null when nothing will be, or nobody can tell.</param>
public sealed record NotDue(NotDueReason Reason, DateOnly? Next) : CadenceOutcome;

public enum NotDueReason
{
    NotYet,

    /// <summary>A message went to the same person a short time ago.</summary>
    TooSoon,

    /// <summary>A message waits to go out.</summary>
    OnItsWay,

    Paused,
    OptedOut,

    /// <summary>There is no number or address that may be written to.</summary>
    NoChannel,

    /// <summary>Involvement has ended and the last round is over.</summary>
    Over,
}
