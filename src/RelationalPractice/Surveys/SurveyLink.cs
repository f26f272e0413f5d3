using RelationalPractice.Auditing;

namespace RelationalPractice.Surveys;

/// <summary>A general short address, /f/{code}, for a leaflet or poster: of the authority, an area, a team or a worker.</summary>
public sealed class SurveyLink
{
    public const int CodeLength = 6;
    public const int LabelMaxLength = 100;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    /// <summary>What staff call it; families never see it.</summary>
    public required string Label { get; init; }

    /// <summary>Null: the start page asks who is answering.</summary>
    public Audience? Audience { get; init; }

    public Guid? ServiceAreaId { get; init; }

    public Guid? TeamId { get; init; }

    public Guid? WorkerId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime? SwitchedOffAtUtc { get; private set; }

    public bool IsOn => SwitchedOffAtUtc is null;

    /// <returns>The audit event to keep with the change, or null when it was off before.</returns>
    public AuditEvent? SwitchOff(ChangeContext context)
    {
        if (!IsOn)
        {
            return null;
        }

        SwitchedOffAtUtc = context.AtUtc;
        return AuditEvent.Of(AuditEventKind.LinkSwitchedOff, context, Id);
    }
}
