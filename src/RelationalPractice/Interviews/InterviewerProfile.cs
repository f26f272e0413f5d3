namespace RelationalPractice.Interviews;

/// <summary>What a family may choose by: an interviewer is an expert by experience or a practitioner.</summary>
public sealed class InterviewerProfile
{
    public const int LanguagesMaxLength = 200;

    public required Guid StaffMemberId { get; init; }

    public required InterviewerKind Kind { get; set; }

    /// <summary>Null where the interviewer would rather not say: then they are not offered to who minds.</summary>
    public InterviewerGender? Gender { get; set; }

    /// <summary>Beside English, as families would name them, separated by commas.</summary>
    public string? Languages { get; set; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum InterviewerKind
{
    ExpertByExperience,
    Practitioner,
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum InterviewerGender
{
    Woman,
    Man,
}
