namespace RelationalPractice.Auditing;

/// <summary>Who changes something, when (UTC) and, where it must be said, why.</summary>
public sealed record ChangeContext(Guid ActorId, DateTime AtUtc, string? Reason = null);
