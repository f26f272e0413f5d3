using RelationalPractice.Auditing;
using RelationalPractice.Surveys;

namespace RelationalPractice.Invitations;

/// <summary>A family that Children's Services works with: who its worker is, since when and until when. Its people are its <see cref="Members"/>.</summary>
public sealed class Family
{
    public const int ReferenceMaxLength = 60;

    /// <summary>Children are in care for eighteen years; an earlier start is a slip of the pen.</summary>
    public const int MostYearsBack = 30;

    /// <summary>An end may be planned.</summary>
    public const int MostYearsAhead = 2;

    /// <summary>The longest pause in one go: after it somebody asks again whether the family wants quiet.</summary>
    public const int LongestPauseMonths = 24;

    private readonly List<FamilyMember> _members = [];

    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the case system's reference, so that the next import finds this family; the reference itself is not kept.</summary>
    public byte[]? ReferenceHash { get; set; }

    public required Guid WorkerId { get; set; }

    public required DateOnly StartedOn { get; set; }

    /// <summary>The last day of involvement; null while it goes on. Never before the start.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Months between invitations where this family wants others than the authority's (<see cref="InvitationSettings"/>).</summary>
    public int? IntervalMonths { get; set; }

    /// <summary>Staff asked for quiet: nothing is sent before this day.</summary>
    public DateOnly? PausedUntil { get; set; }

    public IReadOnlyList<FamilyMember> Members => _members;

    public void Add(FamilyMember member) => _members.Add(member);

    /// <summary>Whether a day can be the start or end of involvement at all.</summary>
    public static bool CanBeDay(DateOnly day, DateOnly today) => day >= today.AddYears(-MostYearsBack) && day <= today.AddYears(MostYearsAhead);

    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Change(Guid workerId, DateOnly startedOn, DateOnly? endedOn, int? intervalMonths, ChangeContext context)
    {
        WorkerId = workerId;
        StartedOn = startedOn;
        EndedOn = endedOn;
        IntervalMonths = intervalMonths;
        return AuditEvent.Of(AuditEventKind.FamilyChanged, context, Id);
    }

    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Pause(DateOnly until, ChangeContext context)
    {
        PausedUntil = until;
        return AuditEvent.Of(AuditEventKind.FamilyPaused, context, Id);
    }

    /// <summary>Messages may go out again from now on.</summary>
    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent EndPause(ChangeContext context)
    {
        PausedUntil = null;
        return AuditEvent.Of(AuditEventKind.FamilyPaused, context, Id);
    }
}

/// <summary>Somebody's place in a family. One person may have a place in two.</summary>
public sealed class FamilyMember
{
    public required Guid FamilyId { get; init; }

    public required Guid PersonId { get; init; }

    public ContactPerson? Person { get; init; }

    public required FamilyRole Role { get; set; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum FamilyRole
{
    Parent,
    Carer,
    Relative,
    Friend,
    YoungPerson,
}

public static class FamilyRoleAudience
{
    public static Audience Audience(this FamilyRole role) => role == FamilyRole.YoungPerson ? Surveys.Audience.YoungPerson : Surveys.Audience.ParentCarer;
}
