namespace RelationalPractice.Invitations;

/// <summary>
/// Nothing is sent to this number or address any more. It stands by itself, by keyed hash, so it outlives the person's deletion and every
/// import.
/// </summary>
public sealed class OptOut
{
    /// <summary>Of the telephone number or e-mail address.</summary>
    public required byte[] ContactHash { get; init; }

    /// <summary>The day, nothing finer.</summary>
    public required DateOnly Since { get; init; }

    public required OptOutBy By { get; init; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum OptOutBy
{
    Family,
    Staff,

    /// <summary>They answered a text with STOP.</summary>
    Provider,
}
