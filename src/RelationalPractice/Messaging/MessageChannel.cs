namespace RelationalPractice.Messaging;

/// <summary>Stored by name: never rename, only add.</summary>
public enum MessageChannel
{
    Sms,
    Email,
}

/// <summary>When in the day somebody may be reached without harm. Stored by name: never rename, only add.</summary>
public enum SafeHours
{
    Any,

    /// <summary>Until noon.</summary>
    Mornings,

    /// <summary>From noon to five.</summary>
    Afternoons,

    /// <summary>From five to eight.</summary>
    Evenings,
}
